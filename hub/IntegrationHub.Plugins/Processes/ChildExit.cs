using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationHub.Plugins.Processes;

/// <summary>How a child process ended, in words.</summary>
/// <param name="Code">The exit code; 128 + n when signal n ended it.</param>
/// <param name="Words">The end of a sentence that begins with the program's name. Safe to log and show: of what the program
/// wrote it holds names of code at most.</param>
internal sealed partial record ChildExit(int Code, string Words)
{
    private const int SignalBase = 128;

    /// <summary>Gets a value indicating whether it ended by itself with exit code 0.</summary>
    public bool IsSuccess => Code == 0;

    /// <summary>Gets the signal that ended it, or <see langword="null"/>.</summary>
    public int? Signal => Code > SignalBase ? Code - SignalBase : null;

    /// <summary>Puts an end into words.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="errorTail">The end of what it wrote to its standard error.</param>
    /// <returns>The end.</returns>
    public static ChildExit Of(int code, string errorTail)
    {
        var words = code switch
        {
            0 => "ended by itself with exit code 0",
            Launcher.CannotStart => "could not be started; check that the program exists and may be executed",
            SignalBase + 4 => "crashed on an illegal instruction (SIGILL)",
            SignalBase + 6 => "aborted (SIGABRT)",
            SignalBase + 7 => "crashed on a bus error (SIGBUS)",
            SignalBase + 8 => "crashed on an arithmetic error (SIGFPE)",
            SignalBase + 9 => "was killed (SIGKILL), perhaps because the machine ran out of memory",
            SignalBase + 11 => "crashed with a segmentation fault (SIGSEGV)",
            SignalBase + 13 => "ended because nobody read its output (SIGPIPE)",
            SignalBase + 15 => "was told to end (SIGTERM)",
            > SignalBase => string.Create(CultureInfo.InvariantCulture, $"was ended by signal {code - SignalBase}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code}"),
        };
        return new ChildExit(code, words + Cause(errorTail));
    }

    // Names of types and methods are code, not data; the text of an exception may hold anything and is left out.
    private static string Cause(string errorTail)
    {
        if (errorTail.Contains("Stack overflow", StringComparison.OrdinalIgnoreCase))
        {
            return " after a stack overflow";
        }

        if (errorTail.Contains("OutOfMemoryException", StringComparison.Ordinal)
            || errorTail.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
            || errorTail.Contains("MemoryError", StringComparison.Ordinal))
        {
            return " after it ran out of the memory it may use";
        }

        if (errorTail.Contains("AccessViolationException", StringComparison.Ordinal))
        {
            return " after it touched memory that is not its own";
        }

        if (Unhandled().Match(errorTail) is { Success: true } unhandled)
        {
            return $" after an exception that nobody caught, {unhandled.Groups["type"].Value}";
        }

        return errorTail.Contains("Environment.FailFast", StringComparison.Ordinal) ? " by its own call of Environment.FailFast" : string.Empty;
    }

    [GeneratedRegex(@"Unhandled exception\. (?<type>[\w.+`]{1,200})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unhandled();
}
