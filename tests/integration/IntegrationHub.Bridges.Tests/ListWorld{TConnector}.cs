using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A program whose people lie in a file.</summary>
public abstract class ListWorld<TConnector>(string script) : SourceWorld<TConnector>
    where TConnector : SourceConnector, new()
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("list-world-");

    private string ListPath => Path.Combine(_folder.FullName, "people.jsonl");

    public override string BaseDirectory => _folder.FullName;

    public override Task<JObject> StartAsync(CancellationToken cancellationToken)
    {
        AddPeople(Enumerable.Range(1, 12).Select(i => new WorldPerson($"p{i}", $"Zoë Nº{i}")));
        return Task.FromResult(new JObject
        {
            ["command"] = new JArray("/bin/sh", Path.Combine(AppContext.BaseDirectory, "Programs", script), ListPath),
            ["config"] = """{"token":"a-token-of-this-world"}""",
        });
    }

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        using var writer = new StreamWriter(ListPath, append: true);
        foreach (var person in people)
        {
            writer.Write($"{{\"id\":\"{person.Key}\",\"full_name\":{JsonConvert.ToString(person.Name, '"', StringEscapeHandling.EscapeNonAscii)}}}\n");
        }

        return true;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeCoreAsync();
    }
}
