using System.Text.Json.Nodes;

namespace IntegrationHub.Integration.Tests.Cli;

public sealed class ExplainTests(CrmShell crm) : IClassFixture<CrmShell>
{
    [Fact]
    public async Task The_waterfall_runs_to_its_sum_in_plain_characters_and_shows_both_rivals()
    {
        var json = (await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--json")).Json();
        var text = (await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2")).Out;

        Assert.Equal(json.GetProperty("bits").GetDouble(), json.GetProperty("comparisons").EnumerateArray().Last().GetProperty("total").GetDouble(), tolerance: 0.001);
        Assert.True(json.GetProperty("rivals").GetProperty("strangers").GetDouble() >= json.GetProperty("bits").GetDouble());
        Assert.Contains("Against two strangers +", text, StringComparison.Ordinal);
        Assert.Contains("+++", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => c > '~');
    }

    [Fact]
    public async Task Why_not_names_the_comparison_that_cost_most()
    {
        var why = (await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/3", "--json")).Json().GetProperty("whyApart");

        Assert.Equal("score", why.GetProperty("cause").GetString());
        Assert.True(why.GetProperty("costliest").GetProperty("bits").GetDouble() < 0);
        Assert.Contains("cost most", (await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/3")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_lists_the_merges_that_made_a_customer()
    {
        var ada = await crm.IdOfAsync("ada@example.com");

        var how = (await crm.Shell.DoAsync("match", "explain", "--how", ada, "--json")).Json();

        Assert.True(how.GetProperty("settled").GetBoolean());
        var merge = Assert.Single(how.GetProperty("merges").EnumerateArray());
        Assert.Equal(
            ["crm/people/1", "crm/people/2"],
            new[] { merge.GetProperty("recordA").GetString(), merge.GetProperty("recordB").GetString() }.Order());
        Assert.Contains("stands alone", (await crm.Shell.DoAsync("match", "explain", "--how", await crm.IdOfAsync("grace@example.org"))).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_edits_a_record_or_swaps_the_model_and_writes_nothing()
    {
        crm.Shell.Write("edit.json", """{"record":"B","fields":[{"name":"email","value":null},{"name":"phone","value":null},{"name":"name.given","value":"Edgar"}]}""");
        await crm.Shell.DoAsync("match", "model", "export", "model.json");
        var model = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(crm.Shell.Folder, "model.json"), TestContext.Current.CancellationToken))!;
        model["limits"]!["threshold"] = 60;
        crm.Shell.Write("strict.json", model.ToJsonString());

        var edited = (await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--what-if", "edit.json", "--json")).Json();
        var strict = (await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--what-if", "strict.json", "--json")).Json();
        var text = (await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--what-if", "edit.json")).Out;

        Assert.Equal(("link", "apart"), (edited.GetProperty("before").GetProperty("outcome").GetString(), edited.GetProperty("after").GetProperty("outcome").GetString()));
        var changed = edited.GetProperty("changed").EnumerateArray().Select(c => c.GetProperty("field").GetString()).ToList();
        Assert.Contains("email", changed);
        Assert.DoesNotContain("name.family", changed);
        Assert.Equal(60, strict.GetProperty("after").GetProperty("thresholdBits").GetDouble());
        Assert.Empty(strict.GetProperty("changed").EnumerateArray());
        Assert.Contains("nothing was written", text, StringComparison.Ordinal);
        Assert.True((await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--json")).Json().GetProperty("sameCustomer").GetBoolean());
    }

    [Theory]
    [InlineData("crm/people/1")]
    [InlineData("crm/people/1 crm/people/2 --how 01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("--how nonsense")]
    [InlineData("--how 01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("--what-if edit.json")]
    [InlineData("crm/people/1 crm/people/2 --what-if nowhere.json")]
    [InlineData("crm/people/1 crm/people/2 --what-if crm.json")]
    [InlineData("crm/people/1 crm/people/2 --what-if people.csv")]
    [InlineData("crm/people/1 crm/people/2 --what-if wrong-side.json")]
    [InlineData("crm/people/1 crm/people/2 --what-if wrong-name.json")]
    public async Task Wrong_use_is_told_without_any_value(string arguments)
    {
        crm.Shell.Write("wrong-side.json", """{"record":"C","fields":[{"name":"email","value":"secret@example.org"}]}""");
        crm.Shell.Write("wrong-name.json", """{"record":"A","fields":[{"name":"colour","value":"secret"}]}""");

        var result = await crm.Shell.RunAsync(["match", "explain", .. arguments.Split(' ')]);

        Assert.Equal(2, result.Exit);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
    }
}
