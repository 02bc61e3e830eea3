using IntegrationHub.Core.Records;

namespace IntegrationHub.Golden.Selection;

/// <summary>A customer's records in canonical order, with what scoring needs of each.</summary>
internal readonly struct RecordSet
{
    private const int SourceBits = 64;
    private readonly GoldenInput[] _inputs;
    private readonly ulong[] _sourceBits;

    internal RecordSet(IReadOnlyList<GoldenInput> records, SurvivorshipPolicy policy)
    {
        Policy = policy;
        var count = 0;
        _inputs = new GoldenInput[records.Count];
        for (var i = 0; i < records.Count; i++)
        {
            if (!records[i].Record.IsDeleted)
            {
                _inputs[count++] = records[i];
            }
        }

        Count = count;
        if (count > 1)
        {
            Array.Sort(_inputs, 0, count, Comparer<GoldenInput>.Create(Compare));
        }

        _sourceBits = new ulong[count];
        var bit = -1;
        for (var i = 0; i < count; i++)
        {
            NewestTicks = Math.Max(NewestTicks, _inputs[i].Record.EffectiveAt.UtcTicks);
            if (i == 0 || !string.Equals(_inputs[i].SourceName, _inputs[i - 1].SourceName, StringComparison.Ordinal))
            {
                bit = Math.Min(bit + 1, SourceBits - 1);
            }

            _sourceBits[i] = 1UL << bit;
        }
    }

    internal int Count { get; }

    internal SurvivorshipPolicy Policy { get; }

    internal long NewestTicks { get; }

    internal GoldenInput this[int index] => _inputs[index];

    internal IReadOnlyList<Field> Fields(int index) => _inputs[index].Record.Fields;

    internal ulong SourceBit(int index) => _sourceBits[index];

    private static int Compare(GoldenInput left, GoldenInput right)
    {
        var order = string.CompareOrdinal(left.SourceName, right.SourceName);
        order = order != 0 ? order : string.CompareOrdinal(left.Record.Stream, right.Record.Stream);
        order = order != 0 ? order : string.CompareOrdinal(left.Record.Key, right.Record.Key);
        return order != 0 ? order : left.Record.Id.CompareTo(right.Record.Id);
    }
}
