using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Clustering;

/// <summary>One end of a scored pair, kept with the other record. Eight bytes: there are several for each record.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Edge(int other, float bits, bool isWalled)
{
    private const int WalledBit = int.MinValue;

    private readonly int _other = isWalled ? other | WalledBit : other;

    /// <summary>Gets the slot of the record at the other end.</summary>
    public int Other => _other & ~WalledBit;

    /// <summary>Gets the score.</summary>
    public float Bits { get; } = bits;

    /// <summary>Gets whether values raise a wall between the two.</summary>
    public bool IsWalled => (_other & WalledBit) != 0;
}
