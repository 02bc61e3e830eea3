using System.Text.Json;

namespace IntegrationHub.Samples.Tests.OneShop;

/// <summary><c>samples/04-one-shop</c>: what its README promises, after its commands were run.</summary>
public sealed class OneShopTests(ShopRun run, ITestOutputHelper output) : IClassFixture<ShopRun>
{
    private static readonly string[] Sources = ["branch", "cards", "leads", "logs", "mail", "members", "news", "outlet", "shop", "stats", "till"];

    // Who opted out, and the only place that knows of it.
    private static readonly string[] OptedOut =
    [
        "mail/people/h.aldous@quickmail.example", // asked by mail
        "till/people/SQC003", // left the newsletter
        "till/people/SQC004", // unsubscribed at the till
        "leads/people/500404", // the list says no
        "shop/people/user:c-2002", // unticked the newsletter
        "till/people/SQC001", // on the branch's blacklist
        "till/people/SQC007", // on the list of those not to contact
    ];

    private static readonly string[] OptedIn = ["till/people/SQC002", "leads/people/500405", "till/people/SQC005"];

    [Fact]
    public void Each_person_of_the_truth_is_one_customer()
    {
        var truth = ShopRun.Table(Path.Combine(ShopReadme.Folder, "data", "truth.csv")).ToList();
        var people = truth.GroupBy(r => r[3], r => run.Links[$"{r[0]}/{r[1]}/{r[2]}"]).ToDictionary(g => g.Key, g => g.ToHashSet());

        output.WriteLine(run.Said[run.Said.IndexOf("PRECISION", StringComparison.Ordinal)..].Split("Pair by pair")[0]);
        Assert.Equal(truth.Count, run.Links.Keys.Count(k => !k.StartsWith("blocked/", StringComparison.Ordinal)));
        Assert.All(people, p => Assert.Single(p.Value));
        Assert.Equal(people.Count, people.SelectMany(p => p.Value).Distinct().Count());
    }

    [Fact]
    public async Task One_golden_record_holds_values_of_every_source()
    {
        var ted = await run.AskAsync("show", run.Links["till/people/SQC002"]);

        var from = ted.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("record").GetString()!.Split('/')[0]);
        Assert.Equal(Sources, from.Distinct().Order(StringComparer.Ordinal)); // The branch knows him by his loyalty card too.
        Assert.All(Sources, s => Assert.Contains($"\"{s}", ted.GetProperty("lineage").GetRawText(), StringComparison.Ordinal));
        var happened = (await run.AskAsync("timeline", run.Links["till/people/SQC002"])).EnumerateArray().Select(i => Text(i, "source"));
        Assert.Equal(["branch", "logs", "mail", "news", "outlet", "shop", "stats", "till"], happened.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_list_that_was_withdrawn_left_nothing_behind() =>
        Assert.DoesNotContain(run.Links.Keys, k => k.StartsWith("leads/people/4100", StringComparison.Ordinal));

    [Fact]
    public async Task Nobody_who_opted_out_anywhere_is_contactable()
    {
        Assert.All(await StatusesAsync(OptedOut), s => Assert.True(s is "denied" or "withdrawn", s));
        Assert.All(await StatusesAsync(OptedIn), s => Assert.Equal("granted", s));
    }

    [Fact]
    public async Task Every_purchase_is_on_its_buyers_timeline_with_its_lines()
    {
        var missing = ShopPurchases.All().ToList();
        Assert.NotEmpty(missing);
        foreach (var customer in missing.Select(p => run.Links[p.Buyer]).Distinct().ToList())
        {
            foreach (var order in (await run.AskAsync("timeline", customer)).EnumerateArray().Where(i => i.GetProperty("type").GetString() == "order"))
            {
                var lines = string.Join(", ", order.GetProperty("body").GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("name").GetString()));
                Assert.Equal(1, missing.RemoveAll(p => run.Links[p.Buyer] == customer && p.Order == $"{Text(order, "source")}/{Text(order, "key")}" && p.Lines == lines));
            }
        }

        Assert.Empty(missing);
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private async Task<List<string>> StatusesAsync(IEnumerable<string> records)
    {
        var statuses = new List<string>();
        foreach (var record in records)
        {
            var consents = (await run.AskAsync("show", run.Links[record])).GetProperty("consents").EnumerateArray().ToList();
            statuses.Add(Text(consents.Single(c => (Text(c, "channel"), Text(c, "purpose")) == ("email", "marketing")), "status"));
        }

        return statuses;
    }
}
