using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A program that writes what a test laid down for it, and keeps what it was given.</summary>
internal sealed class CannedSource : IDisposable
{
    public const string Catalog = """
        {"type":"CATALOG","catalog":{"streams":[
          {"name":"people","json_schema":{"type":"object","properties":{"id":{"type":"string"},"email":{"type":"string"}}},"supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,"source_defined_primary_key":[["id"]]},
          {"name":"more","json_schema":{"type":"object","properties":{"id":{"type":"string"},"email":{"type":"string"}}},"supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,"source_defined_primary_key":[["id"]]}]}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("canned-");

    public CannedSource(string catalog = Catalog) => Write("discover.jsonl", catalog.ReplaceLineEndings(" ") + "\n");

    public JObject Settings(params IReadOnlyList<string> streams) => new()
    {
        ["command"] = new JArray("/bin/sh", Path.Combine(AppContext.BaseDirectory, "Programs", "canned.sh"), _folder.FullName),
        ["config"] = "{\"api_key\":\"k-4711-secret\",\"start\":\"2024-01-01T00:00:00.000Z\",\"rate\":1.10}",
        ["streams"] = new JArray(streams.Count > 0 ? streams : ["people", "more"]),
    };

    public CannedSource Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, name), text);
        return this;
    }

    public CannedSource Reads(string lines, int exit = 0) => Write("read.jsonl", lines).Write("read.exit", $"{exit}");

    public CannedSource Reads(byte[] lines)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "read.jsonl"), lines);
        return this;
    }

    public string? Given(string name)
    {
        var path = Path.Combine(_folder.FullName, "given." + name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>Lists the files that were given, where they lay.</summary>
    public IReadOnlyList<string> Places() =>
        [.. Given("places")!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(' ', 3)[2])];

    public void Dispose() => _folder.Delete(recursive: true);
}
