using System.Xml.Linq;

namespace IntegrationHub.Integration.Tests.Cli;

public sealed class EvaluateTests(CrmShell crm) : IClassFixture<CrmShell>
{
    [Fact]
    public async Task Evaluate_tells_what_keys_reach_names_the_false_link_and_draws_the_curve()
    {
        // A truth that the hub cannot know: the two Adas differ, the first of them is Grace.
        crm.Shell.Write("liar.csv", "source,stream,key,entity_id\ncrm,people,1,a\ncrm,people,2,b\ncrm,people,3,a\n");

        var figures = (await crm.Shell.DoAsync("match", "evaluate", "--truth", "liar.csv", "--chart", "curve.svg", "--json")).Json();

        Assert.Equal(0, figures.GetProperty("blockingRecall").GetDouble());
        Assert.InRange(figures.GetProperty("candidatePairs").GetInt64(), 1, 6);
        Assert.Equal(
            [.01, .05, .1, .25, .5, .75, .9, .95, .99, .999],
            figures.GetProperty("thresholds").EnumerateArray().Select(t => t.GetProperty("probability").GetDouble()));
        var wrong = Assert.Single(figures.GetProperty("wronglyJoined").EnumerateArray());
        Assert.Equal(("crm/people/1", "crm/people/2"), (wrong.GetProperty("recordA").GetString(), wrong.GetProperty("recordB").GetString()));
        await crm.Shell.DoAsync("match", "explain", wrong.GetProperty("recordA").GetString()!, wrong.GetProperty("recordB").GetString()!);
        Assert.Equal("svg", XDocument.Load(Path.Combine(crm.Shell.Folder, "curve.svg")).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Evaluate_prints_the_customers_first_and_no_value_of_anybody()
    {
        crm.Shell.Write("truth.csv", "source,stream,key,entity_id\ncrm,people,1,a\ncrm,people,2,b\ncrm,people,3,c\n");

        var text = (await crm.Shell.DoAsync("match", "evaluate", "--truth", "truth.csv")).Out;

        Assert.StartsWith("          PRECISION  RECALL  F1\npairwise ", text, StringComparison.Ordinal);
        Assert.Contains("crm/people/1  crm/people/2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("--chart nowhere/curve.svg")]
    [InlineData("--worst -1")]
    [InlineData("--worst 1001")]
    public async Task What_cannot_be_done_is_said_before_the_work(string options)
    {
        crm.Shell.Write("truth.csv", "source,stream,key,entity_id\ncrm,people,1,a\n");

        Assert.Equal(2, (await crm.Shell.RunAsync(["match", "evaluate", "--truth", "truth.csv", .. options.Split(' ')])).Exit);
    }
}
