using System.Globalization;
using IntegrationHub.Connectors.Email.Mailchimp;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Mailchimp;

/// <summary>An account with two audiences and campaigns, one of them still watched.</summary>
public sealed class MailchimpWorld : HttpSourceWorld<MailchimpConnector>
{
    private const int ManyMin = 1_000;

    private MailchimpStub _mailchimp = null!;
    private int _minute = 400_000;

    public override string RecordKeyOf(string key) => "L1:" + key;

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
            _mailchimp.AddMember("L1", person.Key, ++_minute, new JObject { ["merge_fields"] = new JObject { ["FNAME"] = person.Name } });
        }

        return true;
    }

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        _mailchimp = MailchimpStub.On(server);
        _mailchimp.AddAudience("L1");
        _mailchimp.AddAudience("L2", "Shop");
        for (var i = 1; i <= 11; i++)
        {
            // Groups of five share one time of change, more than a page holds.
            _mailchimp.AddMember("L1", $"m{i}", 10 + (i / 5), new JObject { ["status"] = i % 4 == 0 ? "unsubscribed" : "subscribed" });
            _mailchimp.AddMember("L2", $"m{i}", 20 + i, new JObject { ["status"] = i == 3 ? "archived" : "subscribed" });
        }

        foreach (var (campaign, sentAt) in new[] { ("c1", Now.AddDays(-60)), ("c2", Now.AddDays(-60)), ("c3", Now.AddDays(-4)) })
        {
            var activity = _mailchimp.AddCampaign(campaign, "L1", sentAt, [.. Enumerable.Range(1, 9).Select(i => $"m{i}")]);
            MailchimpStub.Act(activity, "m1", "open", sentAt.AddHours(1));
            MailchimpStub.Act(activity, "m7", "click", sentAt.AddHours(2), new JObject { ["url"] = "https://shop.example/sale?who=m7" });
            MailchimpStub.Act(activity, "m8", "bounce", sentAt.AddHours(3), new JObject { ["type"] = "hard" });
            _mailchimp.Unsubscribe(campaign, "L1", "m4", sentAt.AddHours(4), "no longer interested");
        }

        return Task.FromResult(_mailchimp.Settings);
    }

    // The stub sorts its lists at every request, which takes too long for very many.
    private void AddMany(List<WorldPerson> people) => Server.On("GET", "/3.0/lists/L1/members", request =>
    {
        var from = 0;
        if (MailchimpJson.Time(request.Query.GetValueOrDefault("since_last_changed")) is { } since)
        {
            from = (int)(since.AddMilliseconds(1) - MailchimpStub.Now.AddYears(-1)).TotalSeconds;
        }

        from += int.Parse(request.Query["offset"], CultureInfo.InvariantCulture);
        var page = people.Skip(from).Take(int.Parse(request.Query["count"], CultureInfo.InvariantCulture)).Select((p, i) => new JObject
        {
            ["id"] = p.Key,
            ["email_address"] = p.Key + "@cust.example",
            ["status"] = "subscribed",
            ["timestamp_opt"] = MailchimpStub.At(0),
            ["merge_fields"] = new JObject { ["FNAME"] = p.Name, ["LNAME"] = "Sample", ["PHONE"] = "+1 402 555 0100" },
            ["language"] = "en",
            ["tags"] = new JArray(new JObject { ["id"] = 1, ["name"] = "regular" }),
            ["last_changed"] = MailchimpStub.MailchimpTimeOf(MailchimpStub.Now.AddYears(-1).AddSeconds(from + i)),
        });
        return StubResponse.Json(new JObject { ["members"] = new JArray(page) });
    });
}
