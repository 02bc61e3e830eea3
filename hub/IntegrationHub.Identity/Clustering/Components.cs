namespace IntegrationHub.Identity.Clustering;

/// <summary>Connected components: all their slots in one array, component after component.</summary>
internal sealed class Components
{
    private int[] _slots = new int[64];
    private int[] _ends = new int[16];
    private int _slotCount;

    /// <summary>Gets the number of components.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the slots of all components.</summary>
    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, _slotCount);

    /// <summary>Gets the slots of one component.</summary>
    public ReadOnlySpan<int> this[int component] => _slots.AsSpan(StartOf(component), _ends[component] - StartOf(component));

    /// <summary>Adds a slot to the component that is being gathered.</summary>
    public void Add(int slot)
    {
        if (_slotCount == _slots.Length)
        {
            Array.Resize(ref _slots, _slotCount * 2);
        }

        _slots[_slotCount++] = slot;
    }

    /// <summary>Ends the component that is being gathered.</summary>
    public void End()
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
        }

        _ends[Count++] = _slotCount;
    }

    /// <summary>Finds the first component that ends after a share of all slots, to divide the work evenly.</summary>
    public int ComponentAfter(long part, long parts)
    {
        var at = Array.BinarySearch(_ends, 0, Count, (int)(_slotCount * part / parts));
        return at < 0 ? ~at : at + 1;
    }

    private int StartOf(int component) => component == 0 ? 0 : _ends[component - 1];
}
