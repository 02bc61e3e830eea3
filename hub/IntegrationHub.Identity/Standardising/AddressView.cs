using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Reads one address of a profile.</summary>
/// <param name="data">The section from this address on.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct AddressView(ReadOnlySpan<int> data)
{
    public const int HeaderLength = 9;

    private readonly ReadOnlySpan<int> _data = data;

    public int Length => _data[0];

    /// <summary>Gets whether part of the address came in one piece, so that its words may hold the locality.</summary>
    public bool IsWhole => _data[1] != 0;

    public int House => _data[2];

    /// <summary>Gets the street as one word, types written out.</summary>
    public int Street => _data[3];

    /// <summary>Gets the second line as one word.</summary>
    public int SecondLine => _data[4];

    public int Locality => _data[5];

    public int Region => _data[6];

    public int PostalCode => _data[7];

    public int Country => _data[8];

    /// <summary>Gets the words of the lines without types, directions, units and numbers.</summary>
    public ReadOnlySpan<int> Words => _data[HeaderLength..Length];
}
