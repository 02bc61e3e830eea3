using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.Email.Tests.Mailchimp.MailchimpStub;

namespace IntegrationHub.Connectors.Email.Tests.Mailchimp;

/// <summary>Mailchimp's own client reads the same stub, so that stub and connector cannot agree on what only they believe.</summary>
public sealed class OfficialClientTests
{
    [Fact]
    public async Task The_connector_reads_what_the_official_client_sees()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        for (var i = 0; i < 9; i++)
        {
            mailchimp.AddMember("L1", $"m{i}", i / 3, new JObject { ["status"] = i % 2 == 0 ? "subscribed" : "unsubscribed" });
        }

        var activity = mailchimp.AddCampaign("c1", "L1", Now.AddDays(-30), "m0", "m1", "m2");
        Act(activity, "m1", "open", Now.AddDays(-29));
        var (exitCode, said) = await RunningProgram.RunAsync(
            Counterparts.Program("node"),
            [
                Repo.PathOf("tests", "connectors", "IntegrationHub.Connectors.Email.Tests", "Mailchimp", "official-client.js"),
                new Uri(mailchimp.Server.Address, "3.0").AbsoluteUri, Key, "L1", "c1",
            ],
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["NODE_PATH"] = Path.Combine(Counterparts.NodeFolder, "node_modules") });
        Assert.True(exitCode == 0, said);
        var seen = JObject.Parse(said.Split('\n').Single(l => l.StartsWith("SEEN ", StringComparison.Ordinal))["SEEN ".Length..]);
        var asked = mailchimp.Server.Requests.ToList();

        var read = await mailchimp.ReadAsync(Full("people"), Full("campaigns"));

        Assert.Equal(
            seen["members"]!.Select(m => (string)m!).Order(StringComparer.Ordinal),
            read.People.Select(p => $"{p.Key} {ValueOf(p, "email")} {ValueOf(p, "attribute:mailchimpStatus")}").Order(StringComparer.Ordinal));
        Assert.Equal(
            seen["opened"]!.Select(m => $"c1:{(string)m!}:opened"),
            read.Interactions.Where(i => i.Type == "campaign-opened").Select(i => i.Key));

        // It asks in the same words.
        Assert.Contains(asked, r => r.Path == "/3.0/lists/L1/members" && r.Query.ContainsKey("since_last_changed") && r.Headers["Authorization"].StartsWith("Basic ", StringComparison.Ordinal));
    }

    private static string ValueOf(Sdk.Messages.PersonRecord person, string field) => person.Fields.Single(f => f.Field == field).Value;
}
