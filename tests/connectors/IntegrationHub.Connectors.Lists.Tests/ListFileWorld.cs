using System.Text;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Tests;

/// <summary>A folder with a CSV file whose header is hostile too.</summary>
public sealed class ListFileWorld : SourceWorld<ListFileConnector>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lists-");

    public override string BaseDirectory => _folder.FullName;

    private string ListPath => Path.Combine(_folder.FullName, "people.csv");

    public override Task<JObject> StartAsync(CancellationToken cancellationToken)
    {
        WriteHeader("id,full name,\"o\"\"dd; \u202E<b>\",birth date\r\n"u8);
        AddPeople(Enumerable.Range(1, 12).Select(i => new WorldPerson($"p{i}", $"Zoë Nº{i}")));
        return Task.FromResult(new JObject
        {
            ["path"] = "people.csv",
            ["mapping"] = new JObject
            {
                ["key"] = "id",
                ["columns"] = new JObject { ["full name"] = "name.full", ["o\"dd; \u202E<b>"] = "attribute:odd", ["birth date"] = "birthDate" },
            },
        });
    }

    public override IReadOnlyDictionary<string, JToken> WrongValues(JObject settings, SettingsSchema schema) =>
        new Dictionary<string, JToken>(StringComparer.Ordinal) { ["path"] = "missing.csv", ["mapping"] = new JObject { ["columns"] = new JObject { ["x"] = "no.field" } } };

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        using var writer = new StreamWriter(ListPath, append: true, new UTF8Encoding(false));
        foreach (var person in people)
        {
            writer.Write($"{person.Key},\"{person.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"1,5\",03/04/1980\r\n");
        }

        return true;
    }

    private void WriteHeader(ReadOnlySpan<byte> line) => File.WriteAllBytes(ListPath, line);

    protected override ValueTask DisposeCoreAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeCoreAsync();
    }
}
