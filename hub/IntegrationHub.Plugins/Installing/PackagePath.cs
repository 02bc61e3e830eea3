namespace IntegrationHub.Plugins.Installing;

/// <summary>Decides whether a name in a package may become a path on this machine, and on any other.</summary>
internal static class PackagePath
{
    private static readonly string[] DeviceNames = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>Says why a name in an archive points out of the folder it is unpacked into.</summary>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static string? EscapeOf(string name)
    {
        if (name.Length == 0 || name.Any(char.IsControl))
        {
            return "is empty or has control characters";
        }

        if (name.Contains('\\', StringComparison.Ordinal))
        {
            return "has a backslash";
        }

        if (name[0] == '/' || (name.Length > 1 && name[1] == ':'))
        {
            return "is an absolute path";
        }

        return name.TrimEnd('/').Split('/').Any(part => part is "" or "." or "..") ? "leads out of its folder" : null;
    }

    /// <summary>Says why a file of a plugin cannot be installed under a relative path that does not escape.</summary>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static string? FaultOf(string path)
    {
        var parts = path.Split('/');
        if (path.Length > InstallLimits.PathLengthMax || parts.Length > InstallLimits.PathDepthMax)
        {
            return $"is longer than {InstallLimits.PathLengthMax} characters or deeper than {InstallLimits.PathDepthMax} folders";
        }

        if (!parts.All(IsPlain))
        {
            return "has a part that is no plain file name (ASCII letters, digits, '.', '_', '-', '+' and spaces; a letter, digit or '_' first)";
        }

        return parts.Any(IsDevice) ? "has a part that names a device on Windows" : null;
    }

    private static bool IsPlain(string part) =>
        part.Length > 0
        && (char.IsAsciiLetterOrDigit(part[0]) || part[0] == '_')
        && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or ' ')
        && part[^1] is not ('.' or ' ');

    private static bool IsDevice(string part)
    {
        var stem = part.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return DeviceNames.Contains(stem, StringComparer.Ordinal)
            || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && stem[..3] is ("COM" or "LPT"));
    }
}
