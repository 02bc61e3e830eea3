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
    }

    public RecordTable Table { get; }

    public WordPool Words { get; }

    public TextPool Values { get; }

    public FieldNames Names { get; }

    /// <summary>Gets the live slots by content.</summary>
    public int[] Slots { get; }

    public int Count => Slots.Length;

    /// <summary>Works through ranges of <see cref="Slots"/> on both cores.</summary>
    /// <param name="work">Gets the first place of a range and the one after its last.</param>
    /// <returns>The results in the order of the ranges.</returns>
    public T[] InParts<T>(Func<int, int, T> work) => TwoCores.InParts(Count, parallelMin: 0, work);

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
