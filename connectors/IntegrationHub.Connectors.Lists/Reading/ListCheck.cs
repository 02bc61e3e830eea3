using System.Globalization;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Places;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;

namespace IntegrationHub.Connectors.Lists.Reading;

/// <summary>Looks at the files and reads the first rows, to say what a sync would make of them.</summary>
internal sealed class ListCheck(ListOpener opener, ListPlace place, IReadOnlyList<FoundFile> files, bool hasMapping)
{
    private const long BytesLookedAtMax = 1024 * 1024;

    private readonly List<string> _warnings = [];

    internal async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var layouts = new List<ListLayout>();
        foreach (var file in files.Where(f => f.Size > 0 || files.Count == 1).Take(place.FilesLookedAtMax))
        {
            var here = await place.FetchAsync(file, cancellationToken).ConfigureAwait(false);
            layouts.Add(opener.Look(here, BytesLookedAtMax, cancellationToken));
        }

        if (layouts.Count == 0)
        {
            throw ConnectorException.Configuration("path", "All files are empty.", "Check that the exports worked.");
        }

        foreach (var layout in layouts)
        {
            Warn(layout);
        }

        var records = ReadFirst(layouts[0], cancellationToken);
        var more = files.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {files.Count - 1} more files") : string.Empty;
        var first = layouts[0];
        return new CheckResult(
            string.Create(CultureInfo.InvariantCulture, $"{first.File.Name} ({first.Summary}){more}: {records} Mapping: {first.MappingSummary()}."),
            _warnings);
    }

    private void Warn(ListLayout layout)
    {
        var name = layout.File.Name;
        _warnings.AddRange(layout.Warnings.Select(w => $"{name}: {w}"));
        if (layout.Proposed is { } proposed)
        {
            var origin = layout.Product is { } product ? $"is known for exports of {product}" : "is proposed from header and values";
            _warnings.Add($"{name}: no mapping is set; this one {origin}: {proposed.ToJson().ToString(Formatting.None)}");
        }

        if (layout.Plan is { Key.Length: 0 })
        {
            _warnings.Add($"{name}: no column is the key, so a record's key is made from its contents; a record that changes counts as a new one and the old one as gone.");
        }

        if (layout.Plan is null && hasMapping)
        {
            _warnings.Add($"{name}: business cards and directory entries need no mapping; it is not used for them.");
        }
    }

    private string ReadFirst(ListLayout layout, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var filled = new HashSet<MappingTarget>();
        var (people, twice, rejected, deleted) = (0, 0, 0, 0);
        string? reason = null;
        using var reader = opener.Read(layout, layout.FirstRecord);
        while (people + rejected + deleted < ListLimits.CheckRowsMax
            && FileErrors.Guard(layout.File, () => reader.Read(cancellationToken)) is { } message)
        {
            if (message is PersonRecord person)
            {
                people++;
                twice += keys.Add(person.Key) ? 0 : 1;
                filled.UnionWith(person.Fields.Select(f => new MappingTarget(f.Field, f.Group)));
            }
            else
            {
                rejected += message is RejectedRecord ? 1 : 0;
                deleted += message is DeletedRecord ? 1 : 0;
                reason ??= (message as RejectedRecord)?.Reason;
            }
        }

        WarnOfRows(layout, twice, rejected, reason);
        WarnOfEmptyFields(layout, people, filled);
        _warnings.AddRange(reader.Warnings.Select(w => $"{layout.File.Name}: {w}"));
        return string.Create(CultureInfo.InvariantCulture, $"{people + deleted} of the first {people + rejected + deleted} records can be read.");
    }

    private void WarnOfRows(ListLayout layout, int twice, int rejected, string? reason)
    {
        if (twice > 0)
        {
            _warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{layout.File.Name}: {twice} of the first records have the key of another; the later one replaces the earlier."));
        }

        if (rejected > 0)
        {
            _warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{layout.File.Name}: {rejected} of the first records would be set aside. The first: {reason}"));
        }
    }

    private void WarnOfEmptyFields(ListLayout layout, int people, HashSet<MappingTarget> filled)
    {
        if (people == 0)
        {
            _warnings.Add($"{layout.File.Name}: the first rows hold no person; a full read would count all earlier records of this source as gone.");
            return;
        }

        var empty = layout.Plan?.Fields.Where(f => !filled.Contains(f.Target))
            .SelectMany(f => f.Columns.Select(c => $"'{layout.Plan.Columns[c]}'")).Distinct(StringComparer.Ordinal).ToList() ?? [];
        if (empty.Count > 0)
        {
            _warnings.Add($"{layout.File.Name}: no value in the first rows of {string.Join(", ", empty)}.");
        }
    }
}
