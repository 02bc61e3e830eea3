using System.Runtime.InteropServices;

namespace IntegrationHub.Plugins.Processes;

/// <summary>The few calls of the C library that .NET does not offer.</summary>
internal static class Libc
{
    public const int SignalKill = 9;
    public const int SignalTerminate = 15;

    /// <summary>Duplicates a descriptor above a number, closed in programs that are started: the command of <see cref="Duplicate"/>.</summary>
    public const int DuplicateCloseOnExec = 1030;

    /// <summary>Sends a signal; a negative number means the group of that number.</summary>
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Kill(int processId, int signal);

    /// <summary>Makes the calling process the leader of a new session and group.</summary>
    [DllImport("libc", EntryPoint = "setsid", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int NewSession();

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int ParentId();

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Duplicate(int descriptor, int command, int atLeast);

    /// <summary>Makes one descriptor mean what another means.</summary>
    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Redirect(int from, int to);
}
