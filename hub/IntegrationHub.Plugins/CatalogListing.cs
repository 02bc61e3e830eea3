using IntegrationHub.Plugins.Inspection;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Plugins;

/// <summary>Decides which plugin serves an id, and writes the list that people see.</summary>
internal static class CatalogListing
{
    /// <summary>Chooses for each id. A plugin that cannot run gives way to one that can; one that was set aside keeps its place, since
    /// an older version must not quietly go on with what a newer one began.</summary>
    /// <param name="slots">The plugins, in search order.</param>
    public static Dictionary<string, PluginSlot> Winners(IReadOnlyList<PluginSlot> slots)
    {
        var offers = from slot in slots
                     from id in slot.Inspection.Manifest?.Connectors ?? []
                     select (Id: id, Slot: slot);

        // OrderBy is stable: of equals the first in search order stays first.
        return offers.GroupBy(o => o.Id, o => o.Slot, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => g.OrderByDescending(s => s.Inspection.IsFit).ThenByDescending(s => s.Inspection.Manifest!.Version).First(),
            StringComparer.Ordinal);
    }

    public static IReadOnlyList<ConnectorEntry> Of(IEnumerable<PluginSlot> slots, Dictionary<string, PluginSlot> winners, IsolationRule rule) =>
        [.. slots
            .SelectMany(slot => slot.Inspection.Manifest is { } manifest
                ? manifest.Connectors.Select(id => Entry(id, slot, winners.GetValueOrDefault(id), rule))
                : [Entry(slot.Inspection.Name, slot, slot, rule)])
            .OrderBy(e => e.Entry.Id, StringComparer.Ordinal)
            .ThenByDescending(e => e.IsWinner)
            .Select(e => e.Entry)];

    private static (ConnectorEntry Entry, bool IsWinner) Entry(string id, PluginSlot slot, PluginSlot? winner, IsolationRule rule)
    {
        var (state, reasons) = slot.Look();
        var isSuperseded = slot != winner && state is ConnectorState.Discovered or ConnectorState.Unloaded;
        return (new ConnectorEntry
        {
            Id = id,
            Title = slot.Inspection.Classes.FirstOrDefault(c => c.Id == id)?.Title,
            PluginName = slot.Inspection.Name,
            Version = slot.Inspection.Version,
            Folder = slot.Inspection.Folder,
            Isolation = rule.Of(slot.Inspection.Folder, slot.Inspection.Manifest?.AsksForProcess == true),
            Origin = slot.Inspection.Origin,
            State = isSuperseded ? ConnectorState.Superseded : state,
            Reasons = slot == winner ? reasons : [.. reasons, Explain(slot.Inspection, winner?.Inspection)],
            CanOpen = slot == winner && slot.Inspection.IsFit && state != ConnectorState.Quarantined,
        }, slot == winner);
    }

    private static string Explain(PluginInspection loser, PluginInspection? winner) => winner switch
    {
        null => "The hub has a connector of this id itself, or its files were removed or replaced; no new run can use it.",
        _ when winner.Folder == loser.Folder => $"Its files were replaced; new runs use version {winner.Version}.",
        _ when loser.Installed is not null => $"New sources use {winner.Name} {winner.Version}; those pinned to this version go on with it.",
        _ => $"{winner.Name} {winner.Version} in {winner.Folder} is used in its place. Remove the folder that is not wanted.",
    };
}
