using System.Text;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>A temporary folder that only the hub's user may enter; its files hold configuration and state and are always deleted.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Without a byte order mark: most programs do not expect one.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // The system makes it with the permissions 0700.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-bridge-");

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
}
