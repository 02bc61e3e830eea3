using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Plugins.Inspection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Loading;

/// <summary>A file per plugin that is being loaded. One that is left over names the plugin during whose loading the process died.</summary>
internal sealed class LoadMarkers(string? directory, TimeProvider clock)
{
    private const string Extension = ".loading";

    /// <summary>Counts how often in a row the process died while these very files were being loaded.</summary>
    public int Crashes(PluginInspection plugin)
    {
        if (directory is null || !File.Exists(PathOf(plugin)))
        {
            return 0;
        }

        try
        {
            string text;
            using (var file = new FileStream(PathOf(plugin), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            using (var reader = new StreamReader(file))
            {
                text = reader.ReadToEnd();
            }

            var marker = JObject.Parse(text);
            if ((string?)marker["fingerprint"] == plugin.Fingerprint)
            {
                return (int?)marker["attempts"] ?? 1;
            }

            File.Delete(PathOf(plugin)); // The plugin was replaced since; it gets a new chance.
            return 0;
        }
        catch (IOException)
        {
            return 0; // Held by another hub that is loading the plugin right now, or gone since.
        }
        catch (JsonException)
        {
            return 1; // The process died while the marker was being written.
        }
    }

    /// <summary>Sets the marker. Disposing the result takes it away; the death of the process leaves it.</summary>
    public IDisposable? Begin(PluginInspection plugin)
    {
        if (directory is null)
        {
            return null;
        }

        var attempts = Crashes(plugin) + 1;
        Directory.CreateDirectory(directory);
        FileStream file;
        try
        {
            file = new FileStream(PathOf(plugin), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null; // Another hub is loading the same plugin and has the marker.
        }

        var marker = new JObject
        {
            ["plugin"] = plugin.Name,
            ["version"] = plugin.Version,
            ["folder"] = plugin.Folder,
            ["fingerprint"] = plugin.Fingerprint,
            ["attempts"] = attempts,
            ["startedAt"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        };
        file.Write(Encoding.UTF8.GetBytes(marker.ToString(Formatting.Indented)));
        file.Flush();
        return new Marker(file);
    }

    public string PathOf(PluginInspection plugin)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plugin.Folder)))[..12];
        return Path.Combine(directory!, $"{Path.GetFileName(plugin.Folder)}-{hash}{Extension}");
    }

    private sealed class Marker(FileStream file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            File.Delete(file.Name);
        }
    }
}
