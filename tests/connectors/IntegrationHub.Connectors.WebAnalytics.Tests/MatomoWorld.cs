using System.Globalization;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Tests;

/// <summary>A Matomo site with visits of members; names of people are their cities, the freest text that Matomo keeps of them.</summary>
public sealed class MatomoWorld : HttpSourceWorld<MatomoConnector>
{
    private const int ManyMin = 1_000;
    private const long Later = 1_790_100_000;

    private MatomoStub _matomo = null!;
    private int _visit = 1_000;

    // A person is gathered from all their visits before anything can be told; README.md names the limit of users.
    public override ConformanceLimits Limits { get; } = new() { MemoryBytesMax = 256L * 1024 * 1024 };

    public override string RecordKeyOf(string key) => "user:" + key;

    public override IReadOnlyDictionary<string, JToken> WrongValues(JObject settings, SettingsSchema schema) =>
        new Dictionary<string, JToken>(base.WrongValues(settings, schema), StringComparer.Ordinal) { ["siteId"] = 2 };

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        var added = people.ToList();
        if (added.Count > ManyMin)
        {
            AddMany(added);
            return true;
        }

        foreach (var person in added)
        {
            var visit = Visit(person, ++_visit);
            visit["actionDetails"] = new JArray();
            _matomo.Add(visit);
        }

        return true;
    }

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        _matomo = MatomoStub.On(server, 16);
        return Task.FromResult(_matomo.Settings);
    }

    private static JObject Visit(WorldPerson person, long number) => new()
    {
        ["idVisit"] = number,
        ["userId"] = person.Key,
        ["visitorId"] = number.ToString("x16", CultureInfo.InvariantCulture),
        ["firstActionTimestamp"] = Later + number,
        ["lastActionTimestamp"] = Later + number,
        ["city"] = person.Name,
    };

    // The stub sorts and filters its list at every request, which takes too long for very many.
    private void AddMany(List<WorldPerson> people) => Server.On("POST", "/stats/index.php", request =>
    {
        var form = request.Form();
        var from = int.Parse(form["filter_offset"], CultureInfo.InvariantCulture);
        var to = Math.Min(people.Count, from + int.Parse(form["filter_limit"], CultureInfo.InvariantCulture));
        return StubResponse.Json(new JArray(people.Take(from..to).Select((p, i) => WithPages(Visit(p, people.Count - from - i)))));
    });

    private static JObject WithPages(JObject visit)
    {
        visit["actions"] = 2;
        visit["visitDuration"] = 95;
        visit["referrerType"] = "search";
        visit["referrerName"] = "A search engine";
        visit["deviceType"] = "Desktop";
        visit["browserName"] = "Firefox";
        visit["actionDetails"] = new JArray(Enumerable.Range(1, 2).Select(i => new JObject
        {
            ["type"] = "action",
            ["url"] = $"https://shop.example/shoes/{i}",
            ["pageTitle"] = "Shoes",
            ["timestamp"] = visit["lastActionTimestamp"],
        }));
        return visit;
    }
}
