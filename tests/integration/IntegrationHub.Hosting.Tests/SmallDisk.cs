using System.Diagnostics;

namespace IntegrationHub.Hosting.Tests;

/// <summary>A disk of a few megabytes in memory, where this user may mount one, that can be filled and emptied.</summary>
internal sealed class SmallDisk : IDisposable
{
    // What is left free: the store can still note how a run ended, and a batch of records does not fit.
    private const int SlackBytes = 256 * 1024;

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Mounts one.</summary>
    /// <returns><see langword="null"/> when this user may not.</returns>
    public static SmallDisk? TryMount(int megabytes)
    {
        var path = Directory.CreateTempSubdirectory("hub-disk-").FullName;
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0700", "none", path))
        {
            return new SmallDisk(path);
        }

        Directory.Delete(path);
        return null;
    }

    public void Fill()
    {
        using var ballast = File.Create(Ballast);
        ballast.SetLength(new DriveInfo(Path).AvailableFreeSpace - SlackBytes);
        var block = new byte[64 * 1024];
        for (var left = ballast.Length; left > 0; left -= block.Length)
        {
            ballast.Write(block, 0, (int)Math.Min(left, block.Length));
        }
    }

    public void Empty() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
