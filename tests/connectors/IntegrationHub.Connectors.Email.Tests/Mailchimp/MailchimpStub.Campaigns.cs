using System.Globalization;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Mailchimp;

/// <content>Campaigns, their reports, and what was recorded of the real API.</content>
internal sealed partial class MailchimpStub
{
    private static readonly JArray Exchanges = Load();

    private readonly List<JObject> _campaigns = [];

    /// <summary>Adds a campaign that each member of an audience got.</summary>
    internal JArray AddCampaign(string id, string audience, DateTimeOffset sentAt, params string[] recipients)
    {
        _campaigns.Add(new JObject
        {
            ["id"] = id,
            ["status"] = "sent",
            ["send_time"] = MailchimpTimeOf(sentAt),
            ["recipients"] = new JObject { ["list_id"] = audience },
            ["settings"] = new JObject { ["subject_line"] = "News of " + id },
        });
        var activity = new JArray(recipients.Select(r => Line(id, audience, r, new JObject { ["activity"] = new JArray() })));
        var sent = new JArray(recipients.Select(r => Line(id, audience, r, new JObject { ["status"] = "sent", ["open_count"] = 0, ["last_open"] = string.Empty })));
        On("GET", $"/reports/{id}/email-activity", r => Page("emails", activity, r));
        On("GET", $"/reports/{id}/sent-to", r => Page("sent_to", sent, r));
        On("GET", $"/reports/{id}/unsubscribed", r => Page("unsubscribes", _unsubscribed.GetValueOrDefault(id) ?? [], r));
        On("GET", $"/reports/{id}/abuse-reports", r => Page("abuse_reports", _complaints.GetValueOrDefault(id) ?? [], r));
        return activity;
    }

    private readonly Dictionary<string, JArray> _unsubscribed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JArray> _complaints = new(StringComparer.Ordinal);

    internal void Unsubscribe(string campaign, string audience, string member, DateTimeOffset at, string reason) => _unsubscribed[campaign] =
        [Line(campaign, audience, member, new JObject { ["timestamp"] = MailchimpTimeOf(at), ["reason"] = reason })];

    internal void Complain(string campaign, string audience, string member, DateTimeOffset at) => _complaints[campaign] =
        [Line(campaign, audience, member, new JObject { ["date"] = MailchimpTimeOf(at) })];

    internal static void Act(JArray activity, string member, string action, DateTimeOffset at, JObject? more = null)
    {
        var act = new JObject { ["action"] = action, ["timestamp"] = MailchimpTimeOf(at), ["ip"] = "192.0.2.7" };
        act.Merge(more ?? []);
        ((JArray)activity.Single(a => (string)a["email_id"]! == member)["activity"]!).Add(act);
    }

    /// <summary>Gives a recorded answer of the real API.</summary>
    internal static JToken Recorded(string path, string? status = null) => Exchanges
        .First(e => (string)e["path"]! == path && (status is null || (string?)e["response"]!["status"] == status))["response"]!.DeepClone();

    internal static IEnumerable<JObject> RecordedMembers() => Exchanges
        .Where(e => ((string)e["path"]!).Contains("/members/", StringComparison.Ordinal) && (int)e["status"]! == 200)
        .Select(e => (JObject)e["response"]!.DeepClone());

    internal static IEnumerable<(int Status, JToken Body)> RecordedProblems() => Exchanges
        .Where(e => (int)e["status"]! >= 400)
        .Select(e => ((int)e["status"]!, e["response"]!));

    private static JObject Line(string campaign, string audience, string member, JObject more)
    {
        more["campaign_id"] = campaign;
        more["list_id"] = audience;
        more["email_id"] = member;
        more["email_address"] = member + "@cust.example";
        return more;
    }

    private static JArray Load()
    {
        using var reader = new JsonTextReader(File.OpenText(Repo.PathOf("tests", "support", "data", "mailchimp", "exchanges.json")))
        {
            DateParseHandling = DateParseHandling.None,
            Culture = CultureInfo.InvariantCulture,
        };
        return JArray.Load(reader);
    }
}
