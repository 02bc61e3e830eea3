using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Tests;

/// <summary>A folder with a file that is one JSON array.</summary>
public sealed class JsonArrayWorld : SourceWorld<ListFileConnector>
{
    // Half a pair of surrogates can only be written escaped.
    private static readonly JsonSerializerSettings Escaped = new() { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lists-");

    public override string BaseDirectory => _folder.FullName;

    private string ListPath => Path.Combine(_folder.FullName, "people.json");

    public override async Task<JObject> StartAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(ListPath, "[]", cancellationToken);
        AddPeople(Enumerable.Range(1, 12).Select(i => new WorldPerson($"p{i}", $"Zoë \"Nº\" ]{i}}}")));
        return new JObject
        {
            ["path"] = "people.json",
            ["mapping"] = new JObject { ["key"] = "id", ["columns"] = new JObject { ["name.full"] = "name.full" } },
        };
    }

    public override IReadOnlyDictionary<string, JToken> WrongValues(JObject settings, SettingsSchema schema) =>
        new Dictionary<string, JToken>(StringComparer.Ordinal) { ["path"] = "missing.json" };

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        // Written over the closing bracket.
        using var file = new FileStream(ListPath, FileMode.Open);
        var comma = file.Length > 2 ? ",\n" : string.Empty;
        file.Seek(-1, SeekOrigin.End);
        using var writer = new StreamWriter(file);
        foreach (var person in people)
        {
            writer.Write(comma + JsonConvert.SerializeObject(new { id = person.Key, name = new { full = person.Name } }, Escaped));
            comma = ",\n";
        }

        writer.Write(']');
        return true;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeCoreAsync();
    }
}
