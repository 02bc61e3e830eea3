using System.Globalization;
using System.Text;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>A temporary folder that only the hub's user may enter; its files hold configuration and state and are always deleted.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "hub-bridge-";
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Without a byte order mark: most programs do not expect one.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static int _isSwept;

    private readonly DirectoryInfo _folder;

    internal PrivateFolder()
    {
        if (Interlocked.Exchange(ref _isSwept, 1) == 0)
        {
            SweepOrphans();
        }

        // The system makes it with the permissions 0700.
        _folder = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-"));
    }

    internal string FullPath => _folder.FullName;

    /// <summary>Writes a file with the permissions 0600.</summary>
    /// <returns>Its full path.</returns>
    internal string Write(string name, string text)
    {
        var path = Path.Combine(FullPath, name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        using var writer = new StreamWriter(path, Utf8, options);
        writer.Write(text);
        return path;
    }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The program removed it itself; gone is gone.
            return;
        }
    }

    /// <summary>Deletes what a hub left behind that was killed without a chance to.</summary>
    internal static void SweepOrphans()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var process) || Path.Exists($"/proc/{process}"))
            {
                continue;
            }

            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another hub deletes it at this moment.
                continue;
            }
        }
    }
}
