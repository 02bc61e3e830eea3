using System.Collections;
using System.Globalization;
using IntegrationHub.Core.Runs;
using IntegrationHub.Plugins;

namespace IntegrationHub.Hosting.Tests;

/// <summary>Hostile plugins in the hub's own process, as far as that can be survived.</summary>
public sealed class InProcessModeTests
{
    [Theory]
    [InlineData("thread-throws", "threw a InvalidOperationException where nobody can catch it")]
    [InlineData("async-void-throws", "threw a InvalidOperationException where nobody can catch it")]
    [InlineData("unobserved-task", null)]
    [InlineData("none", null)]
    public async Task What_nobody_can_catch_is_survived_and_told(string fault, string? expected)
    {
        await using var bench = await HubBench.OpenAsync(Isolation.InProcess, fault);

        var (run, records) = await bench.RunBesideANeighbourAsync(fault);

        Assert.True(run.Status == RunStatus.Succeeded, run.Error);
        Assert.Equal(HubBench.HostileCount, records);
        Assert.True(
            expected is null || bench.Log.Lines.Any(l => l.Contains("Fixture.Hostile", StringComparison.Ordinal) && l.Contains(expected, StringComparison.Ordinal)),
            string.Join('\n', bench.Log.Lines));
    }

    [Theory]
    [InlineData("late-missing-member", "failed with MissingMethodException", 100)]
    [InlineData("not-completing", "without completing the stream", 200)]
    [InlineData("wrong-stream", "which was not requested", 100)]
    [InlineData("secrets", "failed with InvalidOperationException", 100)]
    public async Task A_call_that_fails_costs_that_run_only(string fault, string expected, int kept)
    {
        await using var bench = await HubBench.OpenAsync(Isolation.InProcess, fault);

        var (run, records) = await bench.RunBesideANeighbourAsync(fault);

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(kept, records);
    }

    [Fact]
    public async Task Cancellation_that_a_connector_ignores_does_not_hold_up_the_hub()
    {
        await using var bench = await HubBench.OpenAsync(Isolation.InProcess);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var (run, records) = await bench.RunBesideANeighbourAsync("ignore-cancellation", stop);

        Assert.Equal(RunStatus.Cancelled, run.Status);
        Assert.Equal(100, records);
        Assert.Contains(bench.Log.Lines, l => l.Contains("did not answer within 00:00:00.5000000 while being cancelled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_connector_changes_for_the_whole_process_is_put_back_after_its_run()
    {
        var before = Globals();
        await using var bench = await HubBench.OpenAsync(Isolation.InProcess);

        var (run, _) = await bench.RunBesideANeighbourAsync("globals");

        Assert.Equal(RunStatus.Succeeded, run.Status);
        Assert.Equal(before, Globals());
        Assert.Contains(bench.Log.Lines, l => l.Contains("environment variables", StringComparison.Ordinal));
        Assert.Contains(bench.Catalog.Scan()[0].Reasons, r => r.Contains("the current directory and the default culture", StringComparison.Ordinal));
    }

    private static string Globals()
    {
        ThreadPool.GetMaxThreads(out var workers, out var ports);
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => $"{v.Key}={v.Value}").Order(StringComparer.Ordinal);
        return string.Join(
            '\n',
            [Environment.CurrentDirectory, $"{CultureInfo.DefaultThreadCurrentCulture}", $"{Console.Out.GetHashCode()}", $"{workers} {ports}", .. variables]);
    }
}
