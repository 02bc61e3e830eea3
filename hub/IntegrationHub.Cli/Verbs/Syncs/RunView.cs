using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;

namespace IntegrationHub.Cli.Verbs.Syncs;

/// <summary>A run as it is shown.</summary>
internal sealed record RunView(
    long Id,
    string Source,
    RunStatus Status,
    string Trigger,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    IReadOnlyDictionary<string, StreamCounts> Streams,
    string? Error)
{
    public static RunView Of(Run run, string source) => new(
        run.Id, source, run.Status, run.Trigger, run.StartedAt, run.FinishedAt, run.Streams, run.Error);
}
