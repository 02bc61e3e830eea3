namespace IntegrationHub.Integration.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private static readonly string[] Verbs =
    [
        "init", "serve", "completion", "airbyte", "connector list", "connector inspect", "connector test", "source add", "source list", "source show",
        "source set",
        "source check", "source preview", "source withdraw", "source remove", "sync run", "sync list", "sync show", "sync cancel", "sync retry-quarantine",
        "schedule set", "schedule clear", "schedule list", "state show", "state set", "state reset", "customer find", "customer show",
        "customer timeline", "customer merge", "customer split", "customer export", "match explain", "match evaluate", "match review",
        "match always", "match never", "match withdraw", "match decisions", "match train", "match model list", "match model show",
        "match model export", "match model use", "match model auto", "export links", "export customers",
    ];

    private readonly HubShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Every_verb_of_the_contract_has_help_with_an_example()
    {
        foreach (var verb in Verbs)
        {
            var help = await _shell.RunAsync([.. verb.Split(' '), "--help"]);

            Assert.True(help.Exit == 0 && help.Error.Length == 0, $"{verb}: exit {help.Exit} {help.Error}");
            var examples = help.Out[help.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
            Assert.Contains($"{verb}", examples, StringComparison.Ordinal);
            Assert.Contains("--json", help.Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("source add", "Option '--connector' is required")]
    [InlineData("source show crm --nonsense", "--nonsense")]
    [InlineData("customer find --limit 0 --name x", "--limit")]
    [InlineData("nonsense", "nonsense")]
    public async Task Wrong_words_are_wrong_use_and_name_the_help(string line, string named)
    {
        var result = await _shell.RunAsync(line.Split(' '));

        Assert.Equal(2, result.Exit);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.Contains("Next: hub", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    [Fact]
    public async Task With_json_an_error_is_one_document_on_the_output()
    {
        var result = await _shell.RunAsync("source", "list", "--json");

        Assert.Equal(2, result.Exit);
        Assert.Contains("not a data folder", result.Json().GetProperty("error").GetProperty("what").GetString(), StringComparison.Ordinal);
        Assert.Contains("init", result.Json().GetProperty("error").GetProperty("next").GetString(), StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Without_a_data_folder_the_error_says_how_to_name_one()
    {
        var result = await _shell.RunAsync(["source", "list"], hubData: null);

        Assert.Equal(2, result.Exit);
        Assert.Contains("HUB_DATA", result.Error, StringComparison.Ordinal);
    }
}
