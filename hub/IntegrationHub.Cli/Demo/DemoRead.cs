using IntegrationHub.Core.Runs;

namespace IntegrationHub.Cli.Demo;

/// <summary>What came of reading one source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Connector">The connector's id.</param>
/// <param name="Status">How the run ended.</param>
/// <param name="Read">What the connector handed over: people, choices, visits, orders, mails.</param>
/// <param name="Quarantined">Of these set aside.</param>
/// <param name="Error">Why the run failed, if it did.</param>
internal sealed record DemoRead(string Source, string Connector, RunStatus Status, long Read, long Quarantined, string? Error)
{
    public static DemoRead Of(string source, string connector, Run run) => new(
        source, connector, run.Status, run.Streams.Values.Sum(s => s.Read), run.Streams.Values.Sum(s => s.Quarantined), run.Error);
}
