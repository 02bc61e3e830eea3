namespace IntegrationHub.Integration.Tests.Cli;

public sealed class CustomerTests(CrmShell crm) : IClassFixture<CrmShell>
{
    [Theory]
    [InlineData("--email", "Ada@EXAMPLE.com")]
    [InlineData("--phone", "(402) 555 0136")]
    [InlineData("--identifier", "loyalty:L-1")]
    [InlineData("--name", "BYRON áda")]
    public async Task A_customer_is_found_however_the_value_is_written(string option, string value)
    {
        var found = (await crm.Shell.DoAsync("customer", "find", option, value, "--json")).Json();

        Assert.Equal(1, found.GetArrayLength());
        Assert.Equal(2, found[0].GetProperty("records").GetInt32());
    }

    [Fact]
    public async Task Nobody_found_is_an_empty_list_and_done() =>
        Assert.Equal(0, (await crm.Shell.DoAsync("customer", "find", "--email", "nobody@example.com", "--json")).Json().GetArrayLength());

    [Fact]
    public async Task Show_gives_every_value_with_where_it_came_from()
    {
        var details = (await crm.Shell.DoAsync("customer", "show", await crm.IdOfAsync("ada@example.com"), "--json")).Json();

        Assert.Equal("ada@example.com", details.GetProperty("golden").GetProperty("email")[0].GetString());
        Assert.Equal("crm", details.GetProperty("lineage").GetProperty("email")[0].GetProperty("source").GetString());
        Assert.Equal(2, details.GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task Export_of_one_person_and_the_timeline_are_whole_documents()
    {
        var id = await crm.IdOfAsync("grace@example.org");

        var person = (await crm.Shell.DoAsync("customer", "export", id)).Json();
        var timeline = (await crm.Shell.DoAsync("customer", "timeline", id, "--json")).Json();

        Assert.Equal("crm/people/3", person.GetProperty("customer").GetProperty("records")[0].GetProperty("record").GetString());
        Assert.Equal(0, timeline.GetArrayLength());
    }

    [Theory]
    [InlineData("customer show 01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("customer show nonsense")]
    [InlineData("customer find")]
    [InlineData("customer find --email a@example.com --name b")]
    [InlineData("customer find --identifier L-1")]
    [InlineData("match explain crm/people/1 crm/people/99")]
    [InlineData("match explain crm/people/1 crm/people/1")]
    [InlineData("match explain crm crm/people/1")]
    [InlineData("match evaluate --truth nowhere.csv")]
    public async Task What_is_not_there_is_wrong_use(string line)
    {
        var result = await crm.Shell.RunAsync(line.Split(' '));

        Assert.Equal(2, result.Exit);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_sums_up_to_its_score()
    {
        var pair = (await crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--json")).Json();

        var sum = pair.GetProperty("priorBits").GetDouble()
            + pair.GetProperty("comparisons").EnumerateArray().Sum(c => c.GetProperty("bits").GetDouble());
        Assert.Equal(pair.GetProperty("bits").GetDouble(), sum, tolerance: 0.001);
        Assert.True(pair.GetProperty("sameCustomer").GetBoolean());
    }

    [Fact]
    public async Task Evaluate_counts_a_record_that_the_hub_lacks_as_a_customer_of_its_own()
    {
        crm.Shell.Write("truth.csv", "source,stream,key,entity_id\ncrm,people,1,a\ncrm,people,2,a\ncrm,people,3,b\ncrm,people,9,b\n");

        var figures = (await crm.Shell.DoAsync("match", "evaluate", "--truth", "truth.csv", "--json")).Json();

        Assert.Equal(1, figures.GetProperty("pairwise").GetProperty("precision").GetDouble());
        Assert.Equal(0.5, figures.GetProperty("pairwise").GetProperty("recall").GetDouble());
        Assert.Equal(1, figures.GetProperty("missing").GetInt64());
        Assert.Equal(1, figures.GetProperty("extra").GetInt64());
    }

    [Fact]
    public async Task Exported_links_have_the_columns_of_the_contract_and_one_line_a_record()
    {
        await crm.Shell.DoAsync("export", "links", "--out", "links.csv");

        var lines = await File.ReadAllLinesAsync(Path.Combine(crm.Shell.Folder, "links.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("source,stream,key,customer_id", lines[0]);
        Assert.Equal(["crm,people,1", "crm,people,2", "crm,people,3", "crm,people,4"], lines[1..].Select(l => l[..l.LastIndexOf(',')]).Order());
        Assert.Equal(lines[1].Split(',')[3], lines[2].Split(',')[3]);
    }

    [Fact]
    public async Task A_cell_that_would_be_a_formula_is_made_harmless()
    {
        await crm.Shell.DoAsync("export", "customers", "--out", "customers.csv");

        var cells = (await File.ReadAllTextAsync(Path.Combine(crm.Shell.Folder, "customers.csv"), TestContext.Current.CancellationToken)).Split(',', '\n');
        Assert.Contains(cells, c => c.Trim('"').StartsWith('\'') && c.Contains("Alan", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(cells, c => c.Trim('"') is ['=' or '+' or '@' or '-', ..]);
    }

    [Fact]
    public async Task An_export_that_cannot_be_written_leaves_no_file() =>
        Assert.Equal(2, (await crm.Shell.RunAsync("export", "links", "--out", "nowhere/links.csv")).Exit);

    [Fact]
    public async Task Completion_knows_the_sources()
    {
        var suggested = await crm.Shell.RunAsync("[suggest:16]", "hub source show ");

        Assert.Contains("crm", suggested.Out.Split('\n').Select(l => l.Trim()));
        Assert.Contains("complete", (await crm.Shell.DoAsync("completion", "bash")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connectors_are_listed_with_their_state()
    {
        var connectors = (await crm.Shell.DoAsync("connector", "list", "--json")).Json();

        Assert.Contains(connectors.EnumerateArray(), c => c.GetProperty("id").GetString() == "list-file" && c.GetProperty("canRun").GetBoolean());
        var inspected = (await crm.Shell.DoAsync("connector", "inspect", "list-file", "--json")).Json();
        Assert.Contains(inspected[0].GetProperty("settings").EnumerateArray(), s => s.GetProperty("name").GetString() == "path");
    }
}
