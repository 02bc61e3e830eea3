using System.Reflection;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Puts what a plugin threw into one sentence. Keeps no reference to the exception, whose type may be the plugin's.</summary>
internal static class PluginFailure
{
    private const int MessageLengthMax = 400;
    private const int LoaderExceptionsMax = 3;

    public static string Describe(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Describe(inner),
        TypeInitializationException { InnerException: { } inner } e => $"the static constructor of {e.TypeName} failed: {Describe(inner)}",
        ReflectionTypeLoadException e => $"types cannot be loaded: {Join(e.LoaderExceptions)}",
        FileNotFoundException { FileName: { } file } when file.Contains(',', StringComparison.Ordinal) =>
            $"assembly {file.Split(',')[0]} was not found",
        BadImageFormatException or FileLoadException or TypeLoadException or MissingMemberException =>
            $"its files do not fit together: {Clean(exception.Message)}",
        _ => $"{exception.GetType().Name}: {Clean(exception.Message)}",
    };

    private static string Join(Exception?[] exceptions) => string.Join(
        "; ",
        exceptions.OfType<Exception>().Select(e => Clean(e.Message)).Distinct(StringComparer.Ordinal).Take(LoaderExceptionsMax));

    private static string Clean(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return line.Length <= MessageLengthMax ? line : line[..MessageLengthMax] + "…";
    }
}
