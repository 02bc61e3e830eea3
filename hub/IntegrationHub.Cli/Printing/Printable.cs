namespace IntegrationHub.Cli.Printing;

/// <summary>Keeps what a source wrote from steering the terminal.</summary>
internal static class Printable
{
    /// <summary>Replaces control characters, escape codes among them, by a visible stand-in.</summary>
    public static string Of(string text) => text.Any(char.IsControl)
        ? string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i] is '\n' or '\t' ? ' ' : char.IsControl(source[i]) ? '\uFFFD' : source[i];
            }
        })
        : text;
}
