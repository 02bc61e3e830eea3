using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IntegrationHub.Identity.Scoring;

/// <summary>A text of up to 16 characters in one vector: where a character occurs is one comparison, with no table to set up.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ShortText : IPlaces
{
    public const int LengthMax = 16;

    private readonly Vector256<ushort> _text;
    private readonly uint _mask;

    public ShortText(ReadOnlySpan<char> text)
    {
        Span<ushort> padded = stackalloc ushort[LengthMax];
        MemoryMarshal.Cast<char, ushort>(text).CopyTo(padded);
        _text = Vector256.Create<ushort>(padded);
        _mask = (1u << text.Length) - 1;
    }

    public ulong Of(char c) => Vector256.Equals(_text, Vector256.Create((ushort)c)).ExtractMostSignificantBits() & _mask;
}
