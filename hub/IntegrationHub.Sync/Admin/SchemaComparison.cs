using System.Globalization;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sync.Admin;

/// <summary>The settings or the streams of two versions of a connector side by side.</summary>
/// <param name="Changes">What differs, by name.</param>
/// <param name="Compared">How many were looked at; nothing differs only when this is not 0 or neither version has any.</param>
/// <param name="NotCompared">Why nothing could be compared, or <see langword="null"/>; an empty list of changes then says nothing.</param>
public sealed record SchemaComparison(IReadOnlyList<SchemaChange> Changes, int Compared, string? NotCompared)
{
    internal static SchemaComparison Impossible(string reason) => new([], 0, reason);

    internal static SchemaComparison Of(SettingsSchema old, SettingsSchema next) => Of(
        old.Settings.ToDictionary(s => s.Name, PropertiesOf, StringComparer.OrdinalIgnoreCase),
        next.Settings.ToDictionary(s => s.Name, PropertiesOf, StringComparer.OrdinalIgnoreCase));

    internal static SchemaComparison Of(IReadOnlyList<StreamDescription> old, IReadOnlyList<StreamDescription> next) => Of(
        old.ToDictionary(s => s.Name, PropertiesOf, StringComparer.Ordinal),
        next.ToDictionary(s => s.Name, PropertiesOf, StringComparer.Ordinal));

    private static SchemaComparison Of(
        Dictionary<string, IReadOnlyList<(string Name, string Value)>> old, Dictionary<string, IReadOnlyList<(string Name, string Value)>> next)
    {
        var names = old.Keys.Union(next.Keys, old.Comparer).Order(StringComparer.Ordinal).ToList();
        var changes = names.Select(n => Compare(n, old.GetValueOrDefault(n), next.GetValueOrDefault(n))).OfType<SchemaChange>().ToList();
        return new SchemaComparison(changes, names.Count, NotCompared: null);
    }

    private static SchemaChange? Compare(string name, IReadOnlyList<(string Name, string Value)>? old, IReadOnlyList<(string Name, string Value)>? next)
    {
        if (old is null || next is null)
        {
            var there = (next ?? old)!.Where(p => p.Value.Length > 0).Select(p => $"{p.Name} {p.Value}").ToList();
            return new SchemaChange(name, old is null ? SchemaChangeKind.Added : SchemaChangeKind.Removed, there);
        }

        var details = old.Zip(next).Where(p => p.First.Value != p.Second.Value)
            .Select(p => $"{p.First.Name} \"{p.First.Value}\" becomes \"{p.Second.Value}\"").ToList();
        return details.Count == 0 ? null : new SchemaChange(name, SchemaChangeKind.Changed, details);
    }

    private static IReadOnlyList<(string Name, string Value)> PropertiesOf(SettingDescription setting) =>
    [
        ("type", setting.Type.ToString().ToLowerInvariant()),
        ("required", setting.IsRequired ? "yes" : "no"),
        ("default", setting.Default ?? string.Empty),
        ("minimum", setting.Minimum?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
        ("maximum", setting.Maximum?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
        ("options", string.Join(", ", setting.Options)),
    ];

    private static IReadOnlyList<(string Name, string Value)> PropertiesOf(StreamDescription stream) =>
    [
        ("cursor", stream.Cursor.ToString().ToLowerInvariant()),
        ("overlap", stream.Cursor == CursorKind.None ? string.Empty : stream.Overlap.ToString("c", CultureInfo.InvariantCulture)),
        ("full read shows deletions", stream.FullReadShowsDeletions ? "yes" : "no"),
    ];
}
