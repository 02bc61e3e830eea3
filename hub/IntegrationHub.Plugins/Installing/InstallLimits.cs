namespace IntegrationHub.Plugins.Installing;

/// <summary>How large a package may be, packed and unpacked. What goes past a limit is refused before anything is installed.</summary>
internal static class InstallLimits
{
    public const long PackageBytesMax = 128L * 1024 * 1024;

    /// <summary>All files of a plugin together.</summary>
    public const long PluginBytesMax = 256L * 1024 * 1024;

    public const int FilesMax = 2_000;

    /// <summary>How many times larger a file may be than what it is packed into.</summary>
    public const int RatioMax = 200;

    /// <summary>Up to this size the ratio does not count: a small text of one letter packs very well.</summary>
    public const long RatioFreeBytes = 1024 * 1024;

    public const int PathLengthMax = 200;

    public const int PathDepthMax = 8;

    /// <summary>The table of contents at the end of a package: about three times what the allowed number of files takes.</summary>
    public const long ZipDirectoryBytesMax = 1024 * 1024;

    public const int NuspecCharactersMax = 256 * 1024;

    public const int SignatureBytesMax = 1024 * 1024;

    public const int KeyBytesMax = 64 * 1024;

    public const long LockBytesMax = 64L * 1024 * 1024;

    /// <summary>How many packages a folder feed may hold before looking through it is refused.</summary>
    public const int FeedFilesMax = 10_000;

    public static string Mebibytes(long bytes) => $"{bytes / (1024 * 1024)} MiB";
}
