namespace IntegrationHub.Integration.Tests.Cli;

public sealed class SyncTests : IAsyncLifetime
{
    private readonly HubShell _shell = new();

    public async ValueTask InitializeAsync()
    {
        await _shell.DoAsync("init");
        await CrmShell.AddCrmAsync(_shell);
    }

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_sync_counts_each_record_and_a_second_one_changes_nothing()
    {
        var first = (await _shell.DoAsync("sync", "run", "crm", "--json")).Json();
        var again = (await _shell.DoAsync("sync", "run", "--all", "--full", "--json")).Json();

        var counts = first.GetProperty("runs")[0].GetProperty("streams").GetProperty("people");
        Assert.Equal(4, counts.GetProperty("new").GetInt64());
        Assert.Equal(3, first.GetProperty("totals").GetProperty("customers").GetInt64());
        Assert.Equal(4, again.GetProperty("runs")[0].GetProperty("streams").GetProperty("people").GetProperty("unchanged").GetInt64());
        Assert.Equal(0, again.GetProperty("resolution").GetProperty("changes").GetInt64());
    }

    [Fact]
    public async Task A_record_that_cannot_be_taken_in_makes_the_sync_done_in_part()
    {
        _shell.Write("people.csv", CrmShell.People + $"\n5,Edsger,Dijkstra,e@example.com,402-555-0101,{new string('x', 10_000)}\n");

        var result = await _shell.RunAsync("sync", "run", "crm", "--json");

        Assert.Equal(3, result.Exit);
        Assert.Equal(1, result.Json().GetProperty("totals").GetProperty("quarantined").GetInt64());
        Assert.Equal(4, result.Json().GetProperty("totals").GetProperty("records").GetInt64());
        Assert.Equal(3, (await _shell.RunAsync("sync", "retry-quarantine", "crm")).Exit);
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_fails_and_says_why()
    {
        File.Delete(Path.Combine(_shell.Folder, "people.csv"));

        var result = await _shell.RunAsync("sync", "run", "crm");

        Assert.Equal(1, result.Exit);
        Assert.Contains("people.csv", result.Out, StringComparison.Ordinal);
        var runs = (await _shell.DoAsync("sync", "list", "--json")).Json();
        Assert.Equal("failed", runs[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task One_source_of_two_that_fails_is_done_in_part()
    {
        await _shell.DoAsync("source", "add", "gone", "--connector", "list-file", "--set", "path=gone.csv");

        var result = await _shell.RunAsync("sync", "run", "--all", "--json");

        Assert.Equal(3, result.Exit);
        Assert.Equal(3, result.Json().GetProperty("totals").GetProperty("customers").GetInt64());
    }

    [Theory]
    [InlineData("sync run")]
    [InlineData("sync run crm --all")]
    [InlineData("sync run nobody")]
    [InlineData("sync show 99")]
    [InlineData("sync cancel 99")]
    public async Task What_is_not_there_is_wrong_use(string line) => Assert.Equal(2, (await _shell.RunAsync(line.Split(' '))).Exit);

    [Fact]
    public async Task State_can_be_shown_set_and_reset()
    {
        await _shell.DoAsync("sync", "run", "crm");
        var shown = (await _shell.DoAsync("state", "show", "crm", "--json")).Json();

        await _shell.DoAsync("state", "reset", "crm");
        Assert.Equal(0, (await _shell.DoAsync("state", "show", "crm", "--json")).Json().GetArrayLength());
        await _shell.DoAsync("state", "set", "crm", "--stream", "people", "--state", shown[0].GetProperty("state").GetRawText());
        var set = (await _shell.DoAsync("state", "show", "crm", "--json")).Json();

        Assert.Equal(shown[0].GetProperty("state").GetRawText(), set[0].GetProperty("state").GetRawText());
        Assert.Equal(2, (await _shell.RunAsync("state", "set", "crm", "--stream", "people", "--state", "{oops")).Exit);
    }

    [Fact]
    public async Task A_schedule_is_set_listed_with_its_next_times_and_cleared()
    {
        await _shell.DoAsync("schedule", "set", "crm", "--cron", "0 0/15 * * * ?", "--zone", "Europe/Dublin");

        var listed = (await _shell.DoAsync("schedule", "list", "--json")).Json();
        Assert.Equal(5, listed[0].GetProperty("next").GetArrayLength());
        await _shell.DoAsync("schedule", "clear", "crm");
        Assert.Equal(2, (await _shell.RunAsync("schedule", "clear", "crm")).Exit);
        Assert.Equal(2, (await _shell.RunAsync("schedule", "set", "crm", "--cron", "sometimes")).Exit);
    }
}
