using System.Numerics;

namespace IntegrationHub.Identity.Clustering;

/// <summary>Candidate pairs on the way to being scored. Room is kept from batch to batch; one per thread.</summary>
internal sealed class PairBatch
{
    private const int GroupBits = 10;

    private int[] _slots = new int[256];
    private int[] _others = new int[256];
    private int[] _sortedSlots = [];
    private int[] _sortedOthers = [];

    public int Count { get; private set; }

    public int Slot(int pair) => _slots[pair];

    public int Other(int pair) => _others[pair];

    public void Clear() => Count = 0;

    public void Add(int slot, int other)
    {
        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Count * 2);
            Array.Resize(ref _others, Count * 2);
        }

        (_slots[Count], _others[Count++]) = (slot, other);
    }

    /// <summary>Puts pairs beside each other whose others lie near each other in memory, which is then read several times quicker.</summary>
    /// <param name="slotCount">One more than the largest slot.</param>
    public void GroupByOther(int slotCount)
    {
        var shift = Math.Max(0, BitOperations.Log2((uint)Math.Max(1, slotCount - 1)) + 1 - GroupBits);
        Span<int> next = stackalloc int[(1 << GroupBits) + 1];
        next.Clear();
        foreach (var other in _others.AsSpan(0, Count))
        {
            next[(other >> shift) + 1]++;
        }

        for (var group = 1; group < next.Length; group++)
        {
            next[group] += next[group - 1];
        }

        if (_sortedSlots.Length < Count)
        {
            (_sortedSlots, _sortedOthers) = (new int[_slots.Length], new int[_slots.Length]);
        }

        for (var pair = 0; pair < Count; pair++)
        {
            var place = next[_others[pair] >> shift]++;
            (_sortedSlots[place], _sortedOthers[place]) = (_slots[pair], _others[pair]);
        }

        (_slots, _sortedSlots) = (_sortedSlots, _slots);
        (_others, _sortedOthers) = (_sortedOthers, _others);
    }
}
