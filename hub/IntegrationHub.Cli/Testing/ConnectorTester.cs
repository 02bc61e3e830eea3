using System.Runtime.CompilerServices;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing.Conformance;
using IntegrationHub.Sdk.Testing.Recordings;
using IntegrationHub.Sync.Admin;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Testing;

/// <summary>Runs the conformance kit on the connectors of a plugin, and looks at last whether its code leaves memory.</summary>
internal sealed class ConnectorTester(ConnectorCatalog catalog, string folder, ConformanceFile file)
{
    // What can be said of a connector without settings.
    private static readonly string[] ChecksWithoutSettings = ["description", "construction"];

    // What every recording must have the answers for.
    private static readonly string[] PlainChecks = ["check-good", "read-completes"];

    private static readonly ConformanceCheck Loads = new("loads", "The hub can load the plugin and make its connector.");
    private static readonly ConformanceCheck Unloads = new("unload", "The plugin's code leaves memory when it is no longer used.");

    public async Task<ConnectorReport> RunAsync(ConnectorEntry entry, CancellationToken cancellationToken)
    {
        if (!entry.CanOpen)
        {
            return NotLoaded(entry.Id, entry.Reasons);
        }

        var outcomes = new List<ConformanceOutcome>();
        string? hint;
        try
        {
            hint = await CheckAsync(entry.Id, outcomes, cancellationToken);
        }
        catch (PluginException e)
        {
            return NotLoaded(entry.Id, e.Reasons);
        }

        outcomes.Insert(0, new ConformanceOutcome(Loads, ConformanceResult.Passed, $"{entry.PluginName} {entry.Version}"));
        outcomes.Add(await UnloadAsync(entry.Id, cancellationToken));
        return new ConnectorReport(entry.Id, outcomes, hint);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<string?> CheckAsync(string id, List<ConformanceOutcome> outcomes, CancellationToken cancellationToken)
    {
        // Held open all the time, so that the code is loaded once and not for every call.
        await using var held = await catalog.OpenBareAsync(id, cancellationToken);
        if (!held.IsPull)
        {
            outcomes.AddRange(ConformanceSuite.ReceiverChecks.Select(c => NotRun(c, "receivers are checked by their own tests")));
            return "Derive a test class from ReceiverConformanceTests<TWorld> (IntegrationHub.Sdk.Testing.Xunit) and give it requests as they are sent to you.";
        }

        var given = file.Find(id);
        var world = await WorldOfAsync(id, given, held.Description, cancellationToken);
        foreach (var check in ConformanceSuite.SourceChecks)
        {
            outcomes.Add(given is null && !ChecksWithoutSettings.Contains(check.Id, StringComparer.Ordinal)
                ? NotRun(check, $"there are no settings for it in {ConformanceFile.FileName}")
                : await CheckAsync(check, world(), cancellationToken));
        }

        return given is null
            ? $"Put {ConformanceFile.FileName} beside connector.json: {{ \"{id}\": {{ \"settings\": {{ {SettingsOf(held.Description)} }}, \"replay\": \"recording.jsonl\" }} }}; "
                + "{stub} in a setting stands for the address of the recording's server. See sdk/docs/testing.md."
            : null;
    }

    private static async Task<ConformanceOutcome> CheckAsync(ConformanceCheck check, SourceWorld world, CancellationToken cancellationToken)
    {
        var outcome = await ConformanceSuite.RunAsync(check.Id, world, cancellationToken);

        if (outcome.Result != ConformanceResult.Failed || world is not ReplayWorld { Unmatched: [var missing, ..] })
        {
            return outcome;
        }

        // A request that nobody recorded says nothing against the connector; but a recording without its plain requests says nothing at all.
        return PlainChecks.Contains(check.Id, StringComparer.Ordinal)
            ? outcome with { Message = $"{outcome.Message} {missing}" }
            : NotRun(check, $"the recording does not have what this asks for: {missing}");
    }

    private async Task<Func<SourceWorld>> WorldOfAsync(
        string id, (JObject Settings, string? Recording)? given, ConnectorDescription description, CancellationToken cancellationToken)
    {
        var settings = given?.Settings ?? [];
        if (given?.Recording is not { } path)
        {
            return () => new FilesWorld(folder, settings, Opener(id));
        }

        Recording recording;
        try
        {
            recording = await Recording.LoadAsync(path, cancellationToken);
        }
        catch (FormatException e)
        {
            throw new AdminException(AdminFailure.WrongUse, e.Message, next: "see sdk/docs/recording.md", innerException: e);
        }

        var secrets = description.Settings.Settings.Where(s => s.IsSecret).Select(s => (string?)settings[s.Name]).OfType<string>().ToList();
        return () => new ReplayWorld(folder, settings, recording, secrets, Opener(id));
    }

    private Func<CancellationToken, Task<SourceCalls>> Opener(string id) => async token => new PluginCalls(await catalog.OpenBareAsync(id, token));

    private async Task<ConformanceOutcome> UnloadAsync(string id, CancellationToken cancellationToken)
    {
        var reports = await catalog.UnloadAsync(id, cancellationToken);
        return reports.All(r => r.IsGone)
            ? new ConformanceOutcome(Unloads, ConformanceResult.Passed, $"gone after {reports.Sum(r => r.Rounds)} collections")
            : new ConformanceOutcome(
                Unloads,
                ConformanceResult.Failed,
                $"seen: {reports.Sum(r => r.Leaked + r.StillOpen)} copies of its code stay in memory; expected: none. "
                    + "Mend it: end every timer and thread with the read, take handlers off static events, and use no serializer that caches types.");
    }

    private static ConnectorReport NotLoaded(string id, IReadOnlyList<string> reasons) => new(
        id,
        [new ConformanceOutcome(Loads, ConformanceResult.Failed, $"seen: {string.Join(' ', reasons)} Mend it: do what the reason says, then build it again.")],
        null);

    private static ConformanceOutcome NotRun(ConformanceCheck check, string reason) => new(check, ConformanceResult.NotApplicable, reason);

    private static string SettingsOf(ConnectorDescription description) =>
        string.Join(", ", description.Settings.Settings.Where(s => s.IsRequired).Select(s => $"\"{s.Name}\": ..."));
}
