using IntegrationHub.Core.Runs;

namespace IntegrationHub.Cli.Demo;

/// <summary>What came of reading one source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Connector">The connector's id.</param>
/// <param name="Status">How the run ended.</param>
/// <param name="People">Person records stored.</param>
/// <param name="Interactions">Visits, orders and mails stored.</param>
/// <param name="Quarantined">Records set aside.</param>
/// <param name="Error">Why the run failed, if it did.</param>
internal sealed record DemoRead(string Source, string Connector, RunStatus Status, long People, long Interactions, long Quarantined, string? Error)
{
    private const string PeopleStream = "people";

    public static DemoRead Of(string source, string connector, Run run) => new(
        source,
        connector,
        run.Status,
        run.Streams.TryGetValue(PeopleStream, out var people) ? people.New : 0,
        run.Streams.Where(s => s.Key != PeopleStream).Sum(s => s.Value.New),
        run.Streams.Values.Sum(s => s.Quarantined),
        run.Error);
}
