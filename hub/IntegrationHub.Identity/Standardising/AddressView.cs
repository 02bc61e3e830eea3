using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Reads one address of a profile.</summary>
/// <param name="data">The section from this address on.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct AddressView(ReadOnlySpan<int> data)
{
    public const int HeaderLength = 9;

    // Read many times for every pair scored. The standardiser wrote the length, so it is not checked again.
    private readonly ref readonly int _first = ref MemoryMarshal.GetReference(data);

    public int Length => _first;

    /// <summary>Gets whether part of the address came in one piece, so that its words may hold the locality.</summary>
    public bool IsWhole => At(1) != 0;

    public int House => At(2);

    /// <summary>Gets the street as one word, types written out.</summary>
    public int Street => At(3);

    /// <summary>Gets the second line as one word.</summary>
    public int SecondLine => At(4);

    public int Locality => At(5);

    public int Region => At(6);

    public int PostalCode => At(7);

    public int Country => At(8);

    /// <summary>Gets the words of the lines without types, directions, units and numbers.</summary>
    public ReadOnlySpan<int> Words => MemoryMarshal.CreateReadOnlySpan(in At(HeaderLength), Length - HeaderLength);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly int At(int index) => ref Unsafe.Add(ref Unsafe.AsRef(in _first), index);
}
