using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Email.Mailchimp;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Mailchimp;

/// <summary>Behaves as Mailchimp's Marketing API does for one account: lists sorted by change, "later than" in whole seconds, archived members only when asked for.</summary>
internal sealed partial class MailchimpStub : IAsyncDisposable
{
    internal const string Key = "canary0f3c51ab7e22-us6";

    private readonly List<JObject> _audiences = [];
    private readonly Dictionary<string, List<JObject>> _members = new(StringComparer.Ordinal);

    private MailchimpStub(StubServer server)
    {
        Server = server;
        On("GET", "/lists", r => Page("lists", _audiences, r));
        On("GET", "/campaigns", r => Page("campaigns", _campaigns.Where(c => Later(c, "send_time", r.Query.GetValueOrDefault("since_send_time")))
            .OrderBy(c => (string)c["send_time"]!, StringComparer.Ordinal), r));
    }

    internal StubServer Server { get; }

    /// <summary>Gets or sets what happens in the account while a request is under way.</summary>
    internal Action? Meanwhile { get; set; }

    internal JObject Settings => new()
    {
        ["apiKey"] = Key,
        ["baseUrl"] = Server.Address.AbsoluteUri,
        ["pageSize"] = 4,
        ["requestsPerSecond"] = 100_000,
    };

    internal ConnectorContext Context { get; } = new() { SourceName = "news" };

    internal static async Task<MailchimpStub> StartAsync() => On(await StubServer.StartAsync(TestContext.Current.CancellationToken));

    internal static MailchimpStub On(StubServer server) => new(server);

    internal static StreamRequest Full(string stream) => new(stream, SyncMode.Full);

    internal static StreamRequest Next(string stream, Checkpoint last, TimeSpan overlap = default) =>
        new(stream, SyncMode.Incremental) { State = last.State, Since = last.Cursor - overlap };

    internal static ReadRequest RequestOf(params StreamRequest[] streams) => new(streams, Now);

    internal static DateTimeOffset Now { get; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Gives a time within 2026, so many minutes after its start.</summary>
    internal static string At(int minute) => MailchimpTimeOf(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute));

    internal static string MailchimpTimeOf(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal void AddAudience(string id, string name = "Newsletter")
    {
        _audiences.Add(new JObject { ["id"] = id, ["name"] = name, ["stats"] = new JObject { ["member_count"] = 3 } });
        _members[id] = [];
        On("GET", $"/lists/{id}/merge-fields", r => Page("merge_fields", (JArray)Recorded("/3.0/lists/a36b032126/merge-fields")["merge_fields"]!, r));
        On("GET", $"/lists/{id}/members", r => Members(id, r));
    }

    internal JObject AddMember(string audience, string id, int changed, JObject? more = null)
    {
        _members[audience].RemoveAll(m => (string)m["id"]! == id);
        var member = new JObject
        {
            ["id"] = id,
            ["email_address"] = $"{id}@cust.example",
            ["contact_id"] = "contact-" + id,
            ["status"] = "subscribed",
            ["merge_fields"] = new JObject { ["FNAME"] = "Fictional", ["LNAME"] = "Member" },
            ["ip_opt"] = "192.0.2.7",
            ["timestamp_opt"] = At(0),
            ["last_changed"] = At(changed),
            ["source"] = "Import",
            ["list_id"] = audience,
        };
        member.Merge(more ?? [], new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        _members[audience].Add(member);
        return member;
    }

    internal void Remove(string audience, string id) => _members[audience].RemoveAll(m => (string)m["id"]! == id);

    internal Task<MessageCollector> ReadAsync(params StreamRequest[] streams) => ReadAsync(Settings, streams);

    internal Task<MessageCollector> ReadAsync(JObject settings, params StreamRequest[] streams) => MessageCollector.ReadAsync(
        new MailchimpConnector(), settings, RequestOf(streams), Context, cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private void On(string method, string path, Func<StubRequest, JObject> answer) => Server.On(method, "/3.0" + path, request =>
    {
        var login = request.Headers.GetValueOrDefault("Authorization") ?? string.Empty;
        if (!login.StartsWith("Basic ", StringComparison.Ordinal)
            || !Encoding.UTF8.GetString(Convert.FromBase64String(login["Basic ".Length..])).EndsWith(":" + Key, StringComparison.Ordinal))
        {
            return Problem(401, "API Key Invalid", "Your API key may be invalid, or you've attempted to access the wrong datacenter.");
        }

        var response = StubResponse.Json(answer(request));
        Meanwhile?.Invoke();
        return response;
    });

    internal static StubResponse Problem(int status, string title, string detail) => StubResponse.Json(
        new JObject { ["type"] = "https://mailchimp.com/developer/marketing/docs/errors/", ["title"] = title, ["status"] = status, ["detail"] = detail }, status);

    private JObject Members(string audience, StubRequest request)
    {
        var status = request.Query.GetValueOrDefault("status");
        var found = _members[audience]
            .Where(m => status is null ? (string?)m["status"] != "archived" : (string?)m["status"] == status)
            .Where(m => Later(m, "last_changed", request.Query.GetValueOrDefault("since_last_changed")))
            .OrderBy(m => (string)m["last_changed"]!, StringComparer.Ordinal);
        var page = Page("members", found, request);
        page["list_id"] = audience;
        return page;
    }

    private static bool Later(JObject record, string name, string? since) =>
        since is null || MailchimpJson.Time(record, name) > MailchimpJson.Time(since);

    private static JObject Page(string name, IEnumerable<JToken> records, StubRequest request)
    {
        var all = records.ToList();
        var left = (request.Query.GetValueOrDefault("exclude_fields") ?? string.Empty).Split(',');
        var page = all
            .Skip(int.Parse(request.Query.GetValueOrDefault("offset", "0"), CultureInfo.InvariantCulture))
            .Take(Math.Min(1000, int.Parse(request.Query.GetValueOrDefault("count", "10"), CultureInfo.InvariantCulture)))
            .Select(r => Without(r.DeepClone(), name, left));
        return new JObject { [name] = new JArray(page), ["total_items"] = all.Count };
    }

    private static JToken Without(JToken record, string name, IEnumerable<string> left)
    {
        foreach (var path in left.Where(l => l.StartsWith(name + ".", StringComparison.Ordinal)))
        {
            var parts = path.Split('.');
            foreach (var token in record.SelectTokens(parts.Length == 2 ? parts[1] : $"{parts[1]}[*].{parts[2]}").ToList())
            {
                token.Parent!.Remove();
            }
        }

        return record;
    }
}
