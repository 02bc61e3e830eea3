using IntegrationHub.Connectors.Email.Mailchimp;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.Email.Tests.Mailchimp.MailchimpStub;

namespace IntegrationHub.Connectors.Email.Tests.Mailchimp;

public sealed class MailchimpMappingTests
{
    [Fact]
    public void Merge_fields_become_what_their_type_says()
    {
        var fields = new[]
        {
            Field("HOME", "address"), Field("PHONE", "phone"), Field("BDAY", "birthday", "DD/MM"), Field("JOINED", "date"), Field("DOB", "date", "DD/MM/YYYY"),
            Field("LTV", "number"), Field("SITE", "url"), Field("SIZE", "dropdown"), Field("EMPTY", "address"), Field("ZIP", "zip"),
        };
        var person = new PersonRecord("people", "1");

        MergeFieldValues.Add(person, fields, JObject.Parse("""
            {"HOME":{"addr1":"1 Main St","addr2":"","city":"Austin","state":"TX","zip":"78701","country":"US"},"PHONE":"+1 512 555 0100","BDAY":"05/12",
             "JOINED":"2021-03-04","DOB":"24/12/1980","LTV":15.5,"SITE":"https://ann.example/","SIZE":"M","EMPTY":"","ZIP":"10115"}
            """));

        Assert.Equal(
            [
                ("address.line1", "1 Main St", 0), ("address.locality", "Austin", 0), ("address.region", "TX", 0), ("address.postalCode", "78701", 0), ("address.country", "US", 0),
                ("phone", "+1 512 555 0100", 0), ("attribute:birthday", "12-05", 0), ("attribute:JOINED", "2021-03-04", 0), ("birthDate", "1980-12-24", 0),
                ("attribute:LTV", "15.5", 0), ("url", "https://ann.example/", 0), ("attribute:SIZE", "M", 0), ("address.postalCode", "10115", 1),
            ],
            person.Fields.Select(f => (f.Field, f.Value, f.Group)));
        Assert.Equal(FieldKind.Number, person.Fields.Single(f => f.Field == "attribute:LTV").Kind);
    }

    [Fact]
    public async Task Recorded_members_keep_names_tags_status_and_no_network_address()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("a36b032126", "Lab");
        var minute = 0;
        foreach (var member in RecordedMembers().DistinctBy(m => (string)m["id"]!))
        {
            mailchimp.AddMember("a36b032126", (string)member["id"]!, ++minute, member);
        }

        var read = await mailchimp.ReadAsync(Full("people"));

        var tagged = read.People.Single(p => p.Fields.Any(f => f.Field == "list:mailchimp-tag-list one"));
        Assert.Contains(tagged.Fields, f => f is { Field: "attribute:mailchimpStatus", Value: "subscribed" });
        Assert.Contains(read.People, p => p.Fields.Any(f => f is { Field: "name.given", Value: "Caio" }));
        Assert.DoesNotContain("192.0.2.", string.Join('\n', read.All.Select(MessageText.Of)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscribed", "Granted@00:00")]
    [InlineData("unsubscribed", "Granted@00:00 Withdrawn@01:00")]
    [InlineData("cleaned", "")]
    [InlineData("pending", "")]
    [InlineData("transactional", "")]
    public async Task A_status_is_a_consent_only_where_the_person_chose(string status, string expected)
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        mailchimp.AddMember("L1", "m", 60, new JObject { ["status"] = status, ["unsubscribe_reason"] = "too many mails" });

        var read = await mailchimp.ReadAsync(Full("people"));

        Assert.Equal(expected, string.Join(' ', read.Consents.Select(c => $"{c.Status}@{c.GivenAt:HH:mm}")));
        Assert.All(read.Consents, c => Assert.Equal(("email", "marketing", "L1:m"), (c.Channel, c.Purpose, c.PersonKey)));
        Assert.Equal(status == "unsubscribed", read.Consents.Any(c => c.Proof!.EndsWith("reason: too many mails.", StringComparison.Ordinal)));
        Assert.Equal(status == "subscribed", read.Consents.Any(c => c.Proof == "Subscribed to the Mailchimp audience Newsletter, source: Import.") && read.Consents.Count() == 1);
        Assert.Equal(status == "cleaned", read.People.Single().Fields.Any(f => f is { Field: "attribute:emailStatus", Value: "bounced" }));
    }

    [Fact]
    public async Task A_campaign_tells_for_each_member_what_became_of_it()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        var sentAt = Now.AddDays(-30);
        var activity = mailchimp.AddCampaign("c", "L1", sentAt, "opens", "clicks", "bounces", "sleeps", "late");
        Act(activity, "opens", "open", sentAt.AddHours(1));
        Act(activity, "opens", "open", sentAt.AddHours(5));
        Act(activity, "clicks", "click", sentAt.AddHours(2), new JObject { ["url"] = "https://shop.example/sale?who=clicks" });
        Act(activity, "bounces", "bounce", sentAt.AddHours(3), new JObject { ["type"] = "hard" });
        Act(activity, "late", "open", sentAt.AddDays(15));
        mailchimp.Unsubscribe("c", "L1", "clicks", sentAt.AddHours(4), "no longer interested");
        mailchimp.Complain("c", "L1", "opens", sentAt.AddHours(6));

        var read = await mailchimp.ReadAsync(Full("campaigns"));

        Assert.Equal(
            "bounces:bounced bounces:sent clicks:clicked clicks:sent clicks:unsubscribed late:not-opened late:opened late:sent opens:complained opens:opened opens:sent sleeps:not-opened sleeps:sent",
            string.Join(' ', read.Interactions.Select(i => i.Key["c:".Length..]).Order(StringComparer.Ordinal)));
        var opened = read.Interactions.Single(i => i.Key == "c:opens:opened");
        Assert.Equal(("campaign-opened", "L1:opens", "people", sentAt.AddHours(1), 2), (opened.Type, opened.PersonKey!, opened.PersonStream!, opened.OccurredAt, (int)opened.Details["count"]!));
        Assert.Equal("https://shop.example/sale", (string?)read.Interactions.Single(i => i.Key == "c:clicks:clicked").Details["links"]![0]);
        Assert.Equal(sentAt.AddDays(14), read.Interactions.Single(i => i.Key == "c:sleeps:not-opened").OccurredAt);
        Assert.Equal(
            "L1:clicks Withdrawn 4 | L1:opens Withdrawn 6",
            string.Join(" | ", read.Consents.Select(c => $"{c.PersonKey} {c.Status} {(c.GivenAt - sentAt).TotalHours}")));
        Assert.DoesNotContain("192.0.2.", string.Join('\n', read.All.Select(MessageText.Of)), StringComparison.Ordinal);
    }

    private static MergeField Field(string tag, string type, string? format = null) => new(tag, type, format, MergeFieldMeanings.Of(tag, type));
}
