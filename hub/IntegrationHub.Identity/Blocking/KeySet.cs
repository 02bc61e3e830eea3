using System.Numerics;

namespace IntegrationHub.Identity.Blocking;

/// <summary>A set of keys: open addressing over one flat array, because every key of every record is asked for.</summary>
internal sealed class KeySet
{
    private const int FirstSize = 64;

    private ulong[] _slots = new ulong[FirstSize];

    public int Count { get; private set; }

    public bool Contains(ulong key) => Count > 0 && _slots[SlotOf(key)] == key;

    public bool Add(ulong key)
    {
        if ((Count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        ref var slot = ref _slots[SlotOf(key)];
        if (slot == key)
        {
            return false;
        }

        slot = key;
        Count++;
        return true;
    }

    /// <summary>Takes a key out and moves later ones of its probe run back, so that no marks are left.</summary>
    public bool Remove(ulong key)
    {
        var gap = SlotOf(key);
        if (_slots[gap] != key)
        {
            return false;
        }

        var mask = _slots.Length - 1;
        for (var slot = (gap + 1) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (((slot - Home(_slots[slot])) & mask) >= ((slot - gap) & mask))
            {
                _slots[gap] = _slots[slot];
                gap = slot;
            }
        }

        _slots[gap] = 0;
        Count--;
        return true;
    }

    /// <summary>Lists the keys, in no particular order.</summary>
    public IEnumerable<ulong> Keys => _slots.Where(static key => key != 0);

    private int Home(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)_slots.Length)));

    private int SlotOf(ulong key)
    {
        var slot = Home(key);
        while (_slots[slot] != 0 && _slots[slot] != key)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        foreach (var key in old)
        {
            if (key != 0)
            {
                _slots[SlotOf(key)] = key;
            }
        }
    }
}
