using System.Collections.Concurrent;

namespace IntegrationHub.Plugins.Loading;

/// <summary>A file per connector that is open in this process. One that is left over names a connector in whose middle the process
/// ended; and while one is there, the process does not end as a success.</summary>
/// <remarks>A plugin that calls <see cref="Environment.Exit"/> cannot be stopped in process. It can be seen.</remarks>
internal sealed class RunMarkers(string? directory)
{
    private const string Extension = ".running";
    private const int ExitCodeFailed = 1;

    private static readonly ConcurrentDictionary<string, string> Open = new(StringComparer.Ordinal);

    static RunMarkers() => AppDomain.CurrentDomain.ProcessExit += (_, _) => MakeVisible();

    /// <summary>Takes the names of plugins in whose middle an earlier process ended; each is told once.</summary>
    public IReadOnlySet<string> TakeLeftOver()
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        if (directory is null || !Directory.Exists(directory))
        {
            return left;
        }

        foreach (var file in Directory.EnumerateFiles(directory, "*" + Extension))
        {
            try
            {
                string plugin;
                using (var marker = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                using (var reader = new StreamReader(marker))
                {
                    plugin = reader.ReadToEnd().Trim();
                }

                File.Delete(file);
                left.Add(plugin);
            }
            catch (IOException)
            {
                // Held by a hub that runs.
            }
        }

        return left;
    }

    /// <summary>Marks a connector as open. Disposing the result takes the mark away; the end of the process leaves it.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="what">The connector and its plugin, for people.</param>
    public IDisposable Begin(string folder, string what)
    {
        var id = Guid.NewGuid().ToString("N");
        Open[id] = what;
        FileStream? file = null;
        if (directory is not null)
        {
            Directory.CreateDirectory(directory);
            file = new FileStream(Path.Combine(directory, id + Extension), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            file.Write(System.Text.Encoding.UTF8.GetBytes(folder));
            file.Flush();
        }

        return new Marker(id, file);
    }

    // The usual ways out close every connector first. A signal has its own exit code already.
    private static void MakeVisible()
    {
        if (!Open.IsEmpty && Environment.ExitCode == 0)
        {
            Environment.ExitCode = ExitCodeFailed;
            Console.Error.WriteLine($"error: The process ended in the middle of: {string.Join(", ", Open.Values)}. Nobody but a connector can have asked for that.");
        }
    }

    private sealed class Marker(string id, FileStream? file) : IDisposable
    {
        public void Dispose()
        {
            Open.TryRemove(id, out _);
            if (file is not null)
            {
                file.Dispose();
                File.Delete(file.Name);
            }
        }
    }
}
