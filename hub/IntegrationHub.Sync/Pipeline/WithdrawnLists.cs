using System.Collections.Frozen;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Pipeline;

/// <summary>The lists of a source that were withdrawn: their records are not taken in again, however often they are read.</summary>
/// <remarks>Kept among the source's stored settings, so that it goes with the source. Thread-safe.</remarks>
internal sealed class WithdrawnLists
{
    /// <summary>The property of stored settings that names the lists; never passed to the connector.</summary>
    internal const string Property = "$withdrawnLists";

    private readonly FrozenSet<string> _fields;

    private WithdrawnLists(IEnumerable<string> lists)
    {
        _fields = lists.Select(PersonFields.List).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads the names from a source's stored settings.</summary>
    internal static WithdrawnLists Of(Source source) => new(NamesIn(JObject.Parse(source.Settings)));

    /// <summary>Lists the names in stored settings.</summary>
    internal static IReadOnlyList<string> NamesIn(JObject settings) =>
        settings[Property] is JArray lists ? [.. lists.Values<string>().OfType<string>()] : [];

    /// <summary>Says whether a record is of a withdrawn list.</summary>
    internal bool Hold(IncomingRecord record) => _fields.Count > 0 && record.Fields.Any(f => _fields.Contains(f.Name) && IsMember(f));

    /// <summary>Says whether a record is of a list.</summary>
    internal static bool IsOf(SourceRecord record, string listField) =>
        record.Fields.Any(f => f.Name.Equals(listField, StringComparison.Ordinal) && IsMember(f));

    // A source may say of somebody that they are not on a list.
    private static bool IsMember(Field field) => !field.Value.Equals("false", StringComparison.Ordinal);
}
