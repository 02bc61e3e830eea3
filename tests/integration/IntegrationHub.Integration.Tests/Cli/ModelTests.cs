using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace IntegrationHub.Integration.Tests.Cli;

public sealed class ModelTests : IAsyncLifetime
{
    private readonly CrmShell _crm = new();

    public ValueTask InitializeAsync() => _crm.InitializeAsync();

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    [Fact]
    public async Task A_model_is_trained_shown_exported_edited_used_and_left_to_training_again()
    {
        var dry = (await _crm.Shell.DoAsync("match", "train", "--dry-run", "--json")).Json();
        Assert.True(dry.GetProperty("dryRun").GetBoolean());
        Assert.Equal(0, dry.GetProperty("epoch").GetInt32());

        await _crm.Shell.DoAsync("match", "train", "--by", "tester");
        var shown = (await _crm.Shell.DoAsync("match", "model", "show", "--json")).Json();
        Assert.Equal((1, "trainedByPerson", 4), (shown.GetProperty("epoch").GetInt32(), shown.GetProperty("origin").GetString(), shown.GetProperty("records").GetInt32()));

        await ExportStrictAsync();
        var tried = await _crm.Shell.DoAsync("match", "model", "use", "strict.json", "--dry-run");
        Assert.Contains("1 split", tried.Out, StringComparison.Ordinal);
        Assert.Contains(await _crm.IdOfAsync("ada@example.com"), tried.Out, StringComparison.Ordinal);
        var used = (await _crm.Shell.DoAsync("match", "model", "use", "strict.json", "--json")).Json();
        Assert.Equal((2, 4), (used.GetProperty("epoch").GetInt32(), used.GetProperty("customersAfter").GetInt32()));
        var listed = (await _crm.Shell.DoAsync("match", "model", "list", "--json")).Json();
        Assert.True(listed.GetProperty("pinned").GetBoolean());
        Assert.Equal(["handedIn", "trainedByPerson"], listed.GetProperty("models").EnumerateArray().Select(m => m.GetProperty("origin").GetString()));

        await _crm.Shell.DoAsync("match", "model", "auto");
        Assert.False((await _crm.Shell.DoAsync("match", "model", "list", "--json")).Json().GetProperty("pinned").GetBoolean());
        Assert.Equal(2, (await _crm.Shell.RunAsync("match", "model", "use", "9")).Exit);
        Assert.Equal(2, (await _crm.Shell.RunAsync("match", "model", "use", "people.csv")).Exit);
    }

    [Fact]
    public async Task While_a_server_owns_the_folder_it_decides_reviews_and_switches_for_the_command_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The server is stopped by a signal.");
        using var server = _crm.Shell.Start(["serve", "--urls", "http://127.0.0.1:0", "--json"], _crm.Shell.DataFolder);
        try
        {
            while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "}")
            {
            }

            await ExportStrictAsync();
            var used = (await _crm.Shell.DoAsync("match", "model", "use", "strict.json", "--json")).Json();
            await _crm.Shell.DoAsync("match", "always", "crm/people/1", "crm/people/2");
            var joined = (await _crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--json")).Json();
            await _crm.Shell.DoAsync("match", "withdraw", "crm/people/1", "crm/people/2");
            var parted = (await _crm.Shell.DoAsync("match", "explain", "crm/people/1", "crm/people/2", "--json")).Json();
            var queue = (await _crm.Shell.DoAsync("match", "review", "--json")).Json();

            Assert.Equal(1, used.GetProperty("epoch").GetInt32());
            Assert.True(joined.GetProperty("sameCustomer").GetBoolean());
            Assert.False(parted.GetProperty("sameCustomer").GetBoolean());
            Assert.Contains(queue.EnumerateArray(), p => p.GetProperty("reason").GetString()!.StartsWith("for: ", StringComparison.Ordinal));
        }
        finally
        {
            using var kill = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Exports the model in use and writes a copy that links nobody.</summary>
    private async Task ExportStrictAsync()
    {
        await _crm.Shell.DoAsync("match", "model", "export", "model.json");
        var text = await File.ReadAllTextAsync(Path.Combine(_crm.Shell.Folder, "model.json"), TestContext.Current.CancellationToken);
        var model = JsonNode.Parse(text)!;
        model["limits"]!["threshold"] = 60;
        _crm.Shell.Write("strict.json", model.ToJsonString());
    }
}
