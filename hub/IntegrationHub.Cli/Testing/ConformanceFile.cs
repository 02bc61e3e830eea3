using IntegrationHub.Sync.Admin;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Testing;

/// <summary>Reads <c>conformance.json</c>: by the id of a connector, settings and the recording that answers in place of its source.</summary>
internal sealed class ConformanceFile
{
    public const string FileName = "conformance.json";

    private readonly JObject _entries;
    private readonly string _folder;

    private ConformanceFile(JObject entries, string folder)
    {
        _entries = entries;
        _folder = folder;
    }

    /// <summary>Reads the file; without one there are no entries.</summary>
    /// <exception cref="AdminException">It cannot be understood.</exception>
    public static async Task<ConformanceFile> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return new ConformanceFile([], folder);
        }

        try
        {
            return new ConformanceFile(JObject.Parse(await File.ReadAllTextAsync(path, cancellationToken)), folder);
        }
        catch (JsonException e)
        {
            throw Wrong(path, $"it is no JSON document: {e.Message}", e);
        }
    }

    /// <summary>Finds what a connector is tested with.</summary>
    /// <returns>Settings, and the path of a recording or <see langword="null"/>; <see langword="null"/> when the file says nothing of the connector.</returns>
    /// <exception cref="AdminException">The entry cannot be understood.</exception>
    public (JObject Settings, string? Recording)? Find(string connectorId)
    {
        var path = Path.Combine(_folder, FileName);
        if (_entries[connectorId] is not { } entry)
        {
            return null;
        }

        if (entry is not JObject { } values || values["settings"] is not JObject settings
            || values.Properties().FirstOrDefault(p => p.Name is not ("settings" or "replay")) is not null)
        {
            throw Wrong(path, $"the entry of '{connectorId}' is not as expected");
        }

        var recording = (string?)values["replay"] is { } replay ? Path.GetFullPath(replay, _folder) : null;
        return recording is null || File.Exists(recording)
            ? (settings, recording)
            : throw Wrong(path, $"the recording '{recording}' of '{connectorId}' does not exist");
    }

    private static AdminException Wrong(string path, string what, Exception? cause = null) => new(
        AdminFailure.WrongUse,
        $"'{path}' cannot be used: {what}.",
        """{ "CONNECTOR-ID": { "settings": { ... }, "replay": "recording.jsonl" } }, replay only where a server is asked""",
        "see sdk/docs/testing.md",
        cause);
}
