using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>What training reads: the records in an order that no arrival order changes, and their texts.</summary>
internal sealed class TrainingRecords
{
    public TrainingRecords(RecordTable table, WordPool words, TextPool values, FieldNames names)
    {
        (Table, Words, Values, Names) = (table, words, values, names);
        Slots = [.. table.LiveSlots];
        var contents = Array.ConvertAll(Slots, table.Content);
        Array.Sort(contents, Slots);
        SortTies(contents);
        Ranks = new int[table.SlotsUsed];
        for (var i = 0; i < Slots.Length; i++)
        {
            Ranks[Slots[i]] = i;
        }
    }

    public RecordTable Table { get; }

    public WordPool Words { get; }

    public TextPool Values { get; }

    public FieldNames Names { get; }

    /// <summary>Gets the live slots by content.</summary>
    public int[] Slots { get; }

    /// <summary>Gets for each slot its place in <see cref="Slots"/>; meaningless where no record is.</summary>
    public int[] Ranks { get; }

    public int Count => Slots.Length;

    /// <summary>Puts two records in canonical order.</summary>
    public (int First, int Second) InOrder(int slotA, int slotB) => Ranks[slotA] <= Ranks[slotB] ? (slotA, slotB) : (slotB, slotA);

    /// <summary>Gives a hash by which records are chosen: even, and a function of the set of records alone.</summary>
    public ulong ChoosingHash(int slot) => StableHash.Combine(Table.Content(slot), (ulong)Ranks[slot]);

    /// <summary>Works through all records as they lie in memory, several times quicker than in the order of content, on both cores.</summary>
    /// <param name="work">Gets the slots of a range. Its result must not depend on where a record lies.</param>
    /// <returns>The results by range.</returns>
    public T[] InParts<T>(Func<IEnumerable<int>, T> work) =>
        TwoCores.InParts(Table.SlotsUsed, parallelMin: 0, (from, to) => work(Live(from, to)));

    private IEnumerable<int> Live(int from, int to)
    {
        for (var slot = from; slot < to; slot++)
        {
            if (Table.IsLive(slot))
            {
                yield return slot;
            }
        }
    }

    private void SortTies(ulong[] contents)
    {
        for (var start = 0; start < contents.Length;)
        {
            var end = start + 1;
            while (end < contents.Length && contents[end] == contents[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Slots.AsSpan(start..end).Sort(Table.Compare);
            }

            start = end;
        }
    }
}
