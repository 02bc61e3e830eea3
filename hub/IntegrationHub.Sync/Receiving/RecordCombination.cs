using System.Buffers;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;

namespace IntegrationHub.Sync.Receiving;

/// <summary>Makes one record of two that were pushed under one key. What is pushed comes in no order and more than once, so for
/// records that tell a part the result is the same in any order, any grouping and any repetition.</summary>
internal static class RecordCombination
{
    /// <summary>The identifiers of one kind that a record keeps: a person has many browsers, but not without end.</summary>
    internal const int IdentifiersMax = 50;

    private const string AddressPrefix = "address.";

    /// <summary>Combines the record that is there with one that came. A whole record replaces one that changed earlier.</summary>
    internal static IncomingRecord Combine(IncomingRecord present, IncomingRecord next) => next.IsPartial
        ? CombineParts(present, next)
        : next.UpdatedAt is { } time && present.UpdatedAt is { } other && IsOutdated(next, time, present, other) ? present : next;

    private static bool IsOutdated(IncomingRecord next, DateTimeOffset time, IncomingRecord present, DateTimeOffset other)
    {
        var byTime = time.ToUnixTimeMilliseconds().CompareTo(other.ToUnixTimeMilliseconds());
        return byTime < 0 || (byTime == 0 && CompareBytes(next.Fields, present.Fields) < 0);
    }

    private static IncomingRecord CombineParts(IncomingRecord present, IncomingRecord next)
    {
        // A value of a whole record counts as said when that record changed; one without a time as said before all others.
        var basis = present.UpdatedAt ?? DateTimeOffset.UnixEpoch;
        var parts = new Dictionary<string, List<Field>>(StringComparer.Ordinal);
        foreach (var field in present.Fields)
        {
            PartOf(parts, field).Add(field with { SaidAt = field.SaidAt ?? basis });
        }

        foreach (var part in next.Fields.GroupBy(NameOfPart, StringComparer.Ordinal))
        {
            var said = part.ToList();
            parts[part.Key] = parts.TryGetValue(part.Key, out var known) ? Choose(part.Key, known, said) : said;
        }

        var fields = CanonicalOrder.Apply([.. parts.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value)]);
        return next with { Fields = fields, UpdatedAt = fields.Length == 0 ? next.UpdatedAt : fields.Max(f => f.SaidAt) };
    }

    private static List<Field> Choose(string name, List<Field> known, List<Field> said)
    {
        if (name.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal))
        {
            return AddUp(known, said);
        }

        var byTime = said[0].SaidAt!.Value.CompareTo(known[0].SaidAt!.Value);
        return byTime > 0 || (byTime == 0 && CompareBytes(said, known) > 0) ? said : known;
    }

    // An identifier keeps the time it was first said, so that saying it again changes nothing.
    private static List<Field> AddUp(List<Field> known, List<Field> said) =>
    [
        .. known.Concat(said)
            .GroupBy(f => f.Value, StringComparer.Ordinal)
            .Select(same => same.OrderBy(f => f.SaidAt).ThenBy(f => f.Original, StringComparer.Ordinal).First())
            .OrderByDescending(f => f.SaidAt).ThenBy(f => f.Value, StringComparer.Ordinal)
            .Take(IdentifiersMax)
            .OrderBy(f => f.Value, StringComparer.Ordinal),
    ];

    private static List<Field> PartOf(Dictionary<string, List<Field>> parts, in Field field)
    {
        var name = NameOfPart(field);
        if (!parts.TryGetValue(name, out var part))
        {
            parts[name] = part = [];
        }

        return part;
    }

    private static string NameOfPart(Field field) =>
        field.Name.StartsWith(AddressPrefix, StringComparison.Ordinal) ? AddressPrefix : field.Name;

    private static int CompareBytes(IReadOnlyList<Field> left, IReadOnlyList<Field> right)
    {
        var (a, b) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        FieldCodec.Write(left, a);
        FieldCodec.Write(right, b);
        return a.WrittenSpan.SequenceCompareTo(b.WrittenSpan);
    }
}
