namespace IntegrationHub.Plugins.Installing;

/// <summary>Names that may become a folder, the same on every file system.</summary>
internal static class PluginName
{
    public const string Expected = "1 to 100 ASCII letters, digits, '.', '_' and '-', a letter or digit first and last";

    private const int LengthMax = 100;

    public static bool IsUsable(string name) =>
        name.Length is > 0 and <= LengthMax
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1])
        && PackagePath.FaultOf(name) is null;
}
