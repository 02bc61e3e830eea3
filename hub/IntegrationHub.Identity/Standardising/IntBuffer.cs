namespace IntegrationHub.Identity.Standardising;

/// <summary>A reusable growing array of numbers.</summary>
internal sealed class IntBuffer
{
    private int[] _items = new int[128];

    public int Count { get; private set; }

    public ref int this[int index] => ref _items[index];

    public ReadOnlySpan<int> Span => _items.AsSpan(0, Count);

    public void Add(int item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public void Clear() => Count = 0;

    public int[] ToArray() => Span.ToArray();
}
