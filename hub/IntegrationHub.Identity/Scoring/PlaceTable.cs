using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Where each character of a text of up to 64 occurs, as bits. ASCII by table, other scripts by a walk over the text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct PlaceTable : IPlaces
{
    public const int Size = 128;

    private readonly Span<ulong> _places;
    private readonly ReadOnlySpan<char> _text;

    /// <summary>Fills the table.</summary>
    /// <param name="places">Room for it, <see cref="Size"/>; only the rows that will be read are cleared.</param>
    /// <param name="text">The text.</param>
    /// <param name="asked">The characters that will be asked for.</param>
    public PlaceTable(Span<ulong> places, ReadOnlySpan<char> text, ReadOnlySpan<char> asked)
    {
        _places = places;
        _text = text;
        foreach (var c in asked)
        {
            places[c & (Size - 1)] = 0;
        }

        foreach (var c in text)
        {
            places[c & (Size - 1)] = 0;
        }

        for (var i = 0; i < text.Length; i++)
        {
            places[text[i] & (Size - 1)] |= text[i] < Size ? 1UL << i : 0;
        }
    }

    public ulong Of(char c) => c < Size ? _places[c] : Walk(c);

    private ulong Walk(char c)
    {
        var places = 0UL;
        for (var i = 0; i < _text.Length; i++)
        {
            places |= _text[i] == c ? 1UL << i : 0;
        }

        return places;
    }
}
