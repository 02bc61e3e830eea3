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
}
