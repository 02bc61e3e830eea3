namespace IntegrationHub.Integration.Tests.Cli;

public sealed class DecisionTests : IAsyncLifetime
{
    private readonly CrmShell _crm = new();

    public ValueTask InitializeAsync() => _crm.InitializeAsync();

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    [Fact]
    public async Task Never_parts_two_records_and_always_joins_them_again()
    {
        await _crm.Shell.DoAsync("match", "never", "crm/people/1", "crm/people/2", "--by", "tester", "--why", "twins");
        var apart = (await _crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--json")).Json();
        await _crm.Shell.DoAsync("match", "always", "crm/people/1", "crm/people/2");
        var together = (await _crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--json")).Json();

        Assert.False(apart.GetProperty("sameCustomer").GetBoolean());
        Assert.Equal("tester", apart.GetProperty("decision").GetProperty("by").GetString());
        Assert.True(together.GetProperty("sameCustomer").GetBoolean());
    }

    [Fact]
    public async Task Merge_redirects_the_younger_id_and_split_gives_it_back()
    {
        var ada = await _crm.IdOfAsync("ada@example.com");
        var grace = await _crm.IdOfAsync("grace@example.org");

        var merged = (await _crm.Shell.DoAsync("customer", "merge", ada, grace, "--json")).Json();
        var redirected = (await _crm.Shell.DoAsync("customer", "show", grace, "--json")).Json();
        await _crm.Shell.DoAsync("customer", "split", ada, "crm/people/3");
        var back = (await _crm.Shell.DoAsync("customer", "show", grace, "--json")).Json();

        Assert.Equal(3, merged.GetProperty("customer").GetProperty("records").GetInt32());
        Assert.Equal(ada, redirected.GetProperty("id").GetString());
        Assert.Equal(grace, back.GetProperty("id").GetString());
        Assert.Equal("crm/people/3", Assert.Single(back.GetProperty("records").EnumerateArray()).GetProperty("record").GetString());
    }

    [Fact]
    public async Task A_customer_cannot_be_merged_with_itself()
    {
        var ada = await _crm.IdOfAsync("ada@example.com");

        Assert.Equal(2, (await _crm.Shell.RunAsync("customer", "merge", ada, ada)).Exit);
    }

    [Fact]
    public async Task A_merge_is_undone_by_withdrawing_it_and_the_history_tells_who_and_why()
    {
        var ada = await _crm.IdOfAsync("ada@example.com");
        var grace = await _crm.IdOfAsync("grace@example.org");
        var merged = (await _crm.Shell.DoAsync("customer", "merge", ada, grace, "--by", "tester", "--why", "told us", "--json")).Json();
        var undo = merged.GetProperty("undo").EnumerateArray().Select(r => r.GetString()!).ToArray();

        var withdrawn = (await _crm.Shell.DoAsync(["match", "withdraw", .. undo, "--by", "other", "--why", "a mistake", "--json"])).Json();

        Assert.Equal(2, withdrawn.GetProperty("withdrawn").GetInt32());
        Assert.Equal((ada, grace), (await _crm.IdOfAsync("ada@example.com"), await _crm.IdOfAsync("grace@example.org")));
        var history = (await _crm.Shell.DoAsync("match", "decisions", "--record", "crm/people/2", "--json")).Json();
        var entry = Assert.Single(history.GetProperty("decisions").EnumerateArray());
        Assert.Equal(("tester", "told us", "withdrawn"), (entry.GetProperty("by").GetString(), entry.GetProperty("why").GetString(), entry.GetProperty("state").GetString()));
        Assert.Equal("a mistake", entry.GetProperty("withdrawal").GetProperty("why").GetString());
        Assert.Contains("withdrawn by other", (await _crm.Shell.DoAsync("match", "decisions")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await _crm.Shell.RunAsync(["match", "withdraw", .. undo])).Exit);
    }

    [Fact]
    public async Task A_contradiction_is_told_with_its_chain()
    {
        await _crm.Shell.DoAsync("match", "never", "crm/people/1", "crm/people/4");
        await _crm.Shell.DoAsync("match", "always", "crm/people/1", "crm/people/3");
        var told = await _crm.Shell.RunAsync("match", "always", "crm/people/3", "crm/people/4");

        const string chain = "never crm/people/1 - crm/people/4, yet always crm/people/1 - crm/people/3 - crm/people/4";
        Assert.Contains(chain, told.Out, StringComparison.Ordinal);
        Assert.Contains(chain, (await _crm.Shell.DoAsync("match", "decisions")).Out, StringComparison.Ordinal);
    }
}
