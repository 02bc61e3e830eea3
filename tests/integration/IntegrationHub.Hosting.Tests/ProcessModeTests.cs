using IntegrationHub.Core.Runs;
using IntegrationHub.Plugins;

namespace IntegrationHub.Hosting.Tests;

/// <summary>Hostile plugins in a child process: each is named, what it delivered before its fault stays, and no neighbour loses a record.</summary>
public sealed class ProcessModeTests
{
    private const int Half = HubBench.HostileCount / 2;
    private const int Whole = HubBench.HostileCount;

    [Theory]
    [InlineData("stack-overflow", "aborted (SIGABRT) after a stack overflow while reading")]
    [InlineData("fail-fast", "aborted (SIGABRT) by its own call of Environment.FailFast while reading")]
    [InlineData("exit-zero", "ended by itself with exit code 0 while reading")]
    [InlineData("native-crash", "crashed with a segmentation fault (SIGSEGV) while reading")]
    [InlineData("bad-pointer", "aborted (SIGABRT) after it touched memory that is not its own while reading")]
    [InlineData("kill-itself", "was killed (SIGKILL), perhaps because the machine ran out of memory while reading")]
    [InlineData("out-of-memory", "needs more memory than the 256 MiB that its process may use")]
    [InlineData("thread-throws", "after an exception that nobody caught, System.InvalidOperationException while reading")]
    [InlineData("async-void-throws", "after an exception that nobody caught, System.InvalidOperationException while reading")]
    [InlineData("spin", "did not answer within 3 s while reading and was killed")]
    [InlineData("late-missing-member", "failed with MissingMethodException")]
    [InlineData("wrong-stream", "which was not requested")]
    [InlineData("secrets", "failed with InvalidOperationException")]
    public async Task A_fault_in_the_middle_of_a_read_costs_that_run_only(string fault, string expected)
    {
        await using var bench = await HubBench.OpenAsync(Isolation.Process, fault);

        var (run, records) = await bench.RunBesideANeighbourAsync(fault);

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(Half, records);
    }

    [Theory]
    [InlineData("not-completing", "without completing the stream")]
    [InlineData("after-completion", "after completing it")]
    public async Task A_fault_around_the_read_is_named_too(string fault, string expected)
    {
        await using var bench = await HubBench.OpenAsync(Isolation.Process, fault);

        var (run, _) = await bench.RunBesideANeighbourAsync(fault);

        Assert.True(run.Status is RunStatus.Failed or RunStatus.Partial, run.Status.ToString());
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", Whole)]
    [InlineData("output-noise", Whole)]
    [InlineData("long-line", Whole)]
    [InlineData("error-flood", Whole)]
    [InlineData("globals", Whole)]
    [InlineData("unobserved-task", Whole)]
    [InlineData("state-backwards", Whole)]
    [InlineData("same-keys", 10)]
    public async Task What_does_no_harm_to_the_records_is_no_failure(string fault, int expected)
    {
        await using var bench = await HubBench.OpenAsync(Isolation.Process, fault);

        var (run, records) = await bench.RunBesideANeighbourAsync(fault);

        Assert.True(run.Status == RunStatus.Succeeded, run.Error);
        Assert.Equal(expected, records);
        Assert.Equal(Whole, run.Streams["people"].Read);
    }

    [Fact]
    public async Task A_run_goes_on_where_its_process_crashed()
    {
        await using var bench = await HubBench.OpenAsync(Isolation.Process);
        var source = await bench.AddAsync("shop", "native-crash", HubBench.HostileCount);
        var first = await bench.RunAsync(source, CancellationToken.None);

        await bench.Store.Sources.UpdateAsync(source with { Settings = """{"count":200}""" }, CancellationToken.None);
        var second = await bench.RunAsync(source, CancellationToken.None);

        Assert.Equal(RunStatus.Failed, first.Status);
        Assert.True(second.Status == RunStatus.Succeeded, second.Error);
        Assert.Equal(Half, second.Streams["people"].Read);
    }

    [Fact]
    public async Task A_connector_that_ignores_cancellation_is_killed_after_its_grace()
    {
        await using var bench = await HubBench.OpenAsync(Isolation.Process);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var (run, records) = await bench.RunBesideANeighbourAsync("ignore-cancellation", stop);

        Assert.Equal(RunStatus.Cancelled, run.Status);
        Assert.Equal(Half, records);
    }
}
