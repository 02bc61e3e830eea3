using System.Globalization;
using System.Text;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog.Tests;

/// <summary>A folder of logs. A person's name is the browser's: the freest text of a log.</summary>
public sealed class AccessLogWorld : SourceWorld<AccessLogConnector>
{
    private readonly LogFolder _folder = new();

    public override string BaseDirectory => _folder.Path;

    // Of a person a log tells the user name alone.
    public override bool KeepsNames => false;

    public override string RecordKeyOf(string key) => "user:" + key;

    public override Task<JObject> StartAsync(CancellationToken cancellationToken)
    {
        AddPeople(Enumerable.Range(1, 9).Select(i => new WorldPerson($"user-{i}", "Mozilla/5.0")));
        return Task.FromResult(new JObject { ["path"] = "access.log*" });
    }

    public override IReadOnlyDictionary<string, JToken> WrongValues(JObject settings, SettingsSchema schema) =>
        new Dictionary<string, JToken>(StringComparer.Ordinal) { ["path"] = "missing.log" };

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        using var writer = new StreamWriter(_folder.Log, append: true, new UTF8Encoding(false));
        foreach (var person in people)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"192.0.2.{person.Key.Length} - {person.Key} [20/Nov/2026:10:05:03 +0200] \"GET /a HTTP/1.1\" 200 12 \"-\" \"{Escaped(person.Name)}\"\n"));
        }

        return true;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        _folder.Dispose();
        return base.DisposeCoreAsync();
    }

    // As web servers do it.
    private static string Escaped(string text)
    {
        var line = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            _ = value is < 0x20 or 0x22 or 0x5C or > 0x7E ? line.Append(CultureInfo.InvariantCulture, $"\\x{value:X2}") : line.Append((char)value);
        }

        return line.ToString();
    }
}
