namespace IntegrationHub.Identity;

/// <summary>A set of slots that is emptied at once, however large it was (Briggs and Torczon, 1993).</summary>
internal sealed class SlotSet
{
    private const int KeptLengthMax = 4096;

    private int[] _slots = new int[64];
    private int[] _placeOf = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

    public bool Contains(int slot) =>
        slot < _placeOf.Length && _placeOf[slot] < Count && _slots[_placeOf[slot]] == slot;

    public bool Add(int slot)
    {
        if (Contains(slot))
        {
            return false;
        }

        if (slot >= _placeOf.Length)
        {
            Array.Resize(ref _placeOf, Math.Max(slot + 1, _placeOf.Length * 2));
        }

        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Count * 2);
        }

        _placeOf[slot] = Count;
        _slots[Count++] = slot;
        return true;
    }

    public void Remove(int slot)
    {
        if (Contains(slot))
        {
            var (place, last) = (_placeOf[slot], _slots[--Count]);
            _slots[place] = last;
            _placeOf[last] = place;
        }
    }

    public void Clear()
    {
        Count = 0;
        _slots = _slots.Length > KeptLengthMax ? new int[64] : _slots;
    }
}
