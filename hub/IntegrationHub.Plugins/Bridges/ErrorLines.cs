using System.Text.RegularExpressions;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Finds the reason of a failure in a program's error output.</summary>
internal static partial class ErrorLines
{
    /// <summary>Finds what to say of a program that was asked a question: its last fatal line, else the exception that ended it.</summary>
    internal static string? OfAnswer(string errors) => Fatal(errors) ?? Last(errors, static l => Exception().IsMatch(l));

    /// <summary>Finds what to say of a program that was reading. The words of an exception may then be a customer's; its name is not.</summary>
    internal static string? OfReading(string errors) =>
        Fatal(errors) ?? (Last(errors, static l => Exception().IsMatch(l)) is { } line ? Exception().Match(line).Groups["name"].Value : null);

    private static string? Fatal(string errors) => Last(
        errors, static l => l.StartsWith("CRITICAL", StringComparison.Ordinal) || l.StartsWith("FATAL", StringComparison.Ordinal));

    private static string? Last(string errors, Predicate<string> isWanted) => Array.FindLast(errors.Split('\n', StringSplitOptions.TrimEntries), isWanted);

    // As Python, Node and .NET write it.
    [GeneratedRegex(@"^(Unhandled exception\. |Uncaught )?(?<name>[A-Za-z_][\w.]{0,100}(Error|Exception)|Error)(: |$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Exception();
}
