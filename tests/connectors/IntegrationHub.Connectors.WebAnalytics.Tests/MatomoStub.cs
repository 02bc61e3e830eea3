using System.Globalization;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Tests;

/// <summary>Behaves as Matomo's Reporting API does for one site: newest first, paged by offset, later than minTimestamp.</summary>
internal sealed class MatomoStub : IAsyncDisposable
{
    internal const string Token = "canary-token-0f3c";

    private readonly List<JObject> _visits;

    private MatomoStub(StubServer server, IEnumerable<JObject> visits)
    {
        Server = server;
        _visits = visits.ToList();
        Server.On("POST", "/stats/index.php", Answer);
    }

    internal StubServer Server { get; }

    /// <summary>Gets or sets what happens at the site while a request is under way.</summary>
    internal Action<MatomoStub>? Meanwhile { get; set; }

    internal JObject Settings => new()
    {
        ["url"] = new Uri(Server.Address, "stats").AbsoluteUri,
        ["token"] = Token,
        ["siteId"] = 1,
        ["pageSize"] = 4,
    };

    internal ConnectorContext Context { get; } = new() { SourceName = "shop", Clock = new ManualClock() };

    internal static async Task<MatomoStub> WithRecordedVisitsAsync() =>
        new(await StubServer.StartAsync(TestContext.Current.CancellationToken), Recorded());

    internal static async Task<MatomoStub> WithVisitsAsync(int count) =>
        On(await StubServer.StartAsync(TestContext.Current.CancellationToken), count);

    internal static MatomoStub On(StubServer server, int visits) => new(server, Enumerable.Range(1, visits).Select(MadeUp));

    /// <summary>Makes a fictional visit; every third is anonymous, every fifth orders, users return on other devices.</summary>
    internal static JObject MadeUp(int id)
    {
        var visit = (JObject)Recorded().Single(v => (int)v["idVisit"]! == (id % 5 == 0 ? 2 : 1)).DeepClone();
        var time = 1_790_000_000 + (id * 60);
        visit["idVisit"] = id;
        visit["userId"] = id % 3 == 0 ? null : $"member-{id % 7}";
        visit["visitorId"] = $"{id % 11:x16}";
        visit["firstActionTimestamp"] = time;
        visit["lastActionTimestamp"] = time;
        visit["serverTimestamp"] = time;
        visit["serverTimePretty"] = DateTimeOffset.FromUnixTimeSeconds(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        foreach (var action in visit["actionDetails"]!)
        {
            action["timestamp"] = time;
            if (action["orderId"] is not null)
            {
                action["orderId"] = $"order-{id}";
            }
        }

        return visit;
    }

    internal void Add(JObject visit) => _visits.Add(visit);

    internal void Remove(int id) => _visits.RemoveAll(v => (int)v["idVisit"]! == id);

    internal Task<MessageCollector> ReadAsync(params StreamRequest[] streams) => MessageCollector.ReadAsync(
        new MatomoConnector(), Settings, RequestOf(streams), Context, cancellationToken: TestContext.Current.CancellationToken);

    internal static ReadRequest RequestOf(params StreamRequest[] streams) => new(streams, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

    internal static StreamRequest Full(string stream) => new(stream, SyncMode.Full);

    internal static StreamRequest Next(string stream, Checkpoint last) =>
        new(stream, SyncMode.Incremental) { State = last.State, Since = last.Cursor };

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static List<JObject> Recorded()
    {
        using var stream = typeof(MatomoStub).Assembly.GetManifestResourceStream("visits.json")!;
        using var reader = new JsonTextReader(new StreamReader(stream));
        return JArray.Load(reader).Cast<JObject>().ToList();
    }

    private StubResponse Answer(StubRequest request)
    {
        var form = request.Form();
        if (!form.TryGetValue("token_auth", out var token))
        {
            return StubResponse.JsonText("""{"result":"error","message":"You must be logged in to access this functionality."}""", 401);
        }

        if (token != Token)
        {
            return StubResponse.Html($"<!DOCTYPE html><html><body>Unable to authenticate with {token}</body></html>", 401);
        }

        if (form["method"] != "Live.getLastVisitsDetails" || form["format"] != "JSON")
        {
            return StubResponse.JsonText("""{"result":"error","message":"The method is not available."}""");
        }

        if (form["idSite"] != "1")
        {
            return StubResponse.JsonText("""{"result":"error","message":"You can't access this resource as it requires 'view' access for the website id = 2."}""");
        }

        var after = form.TryGetValue("minTimestamp", out var min) ? long.Parse(min, CultureInfo.InvariantCulture) : 0;
        var page = _visits
            .Where(v => (long)v["lastActionTimestamp"]! > after && IsIn(form.GetValueOrDefault("segment"), v))
            .OrderByDescending(v => (long)v["lastActionTimestamp"]!)
            .Skip(int.Parse(form["filter_offset"], CultureInfo.InvariantCulture))
            .Take(int.Parse(form["filter_limit"], CultureInfo.InvariantCulture))
            .Select(v => Copy(v, form.ContainsKey("doNotFetchActions")))
            .ToList();
        Meanwhile?.Invoke(this);
        return StubResponse.Json(new JArray(page));
    }

    private static bool IsIn(string? segment, JObject visit) => segment is null || segment.Split(',').Any(condition =>
    {
        var parts = condition.Split(["==", "!="], 2, StringSplitOptions.None);
        var isEqual = string.Equals((string?)visit[parts[0]] ?? string.Empty, Uri.UnescapeDataString(parts[1]), StringComparison.Ordinal);
        return isEqual != condition.Contains("!=", StringComparison.Ordinal);
    });

    private static JObject Copy(JObject visit, bool withoutActions)
    {
        var copy = (JObject)visit.DeepClone();
        if (withoutActions)
        {
            copy.Remove("actionDetails");
        }

        return copy;
    }
}
