using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>
/// Reads a standardised record: one flat array of numbers, laid out as header, names, e-mails, phones, addresses,
/// identifiers, organizations; texts are numbers of the pools.
/// </summary>
/// <param name="data">What <see cref="RecordStandardiser"/> wrote.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct Profile(int[] data)
{
    public const int TraitsAt = 0;
    public const int BirthAt = 1;
    public const int BirthTextAt = 2;
    public const int FirstEndAt = 3;
    public const int HeaderLength = 9;

    private readonly int[] _data = data;

    public RecordKind Kind => (RecordKind)(_data[TraitsAt] & 3);

    /// <summary>Gets 0 unknown, 1 male, 2 female.</summary>
    public int Gender => (_data[TraitsAt] >> 2) & 3;

    /// <summary>Gets 0 unsaid, 1 senior, 2 junior, 3 and 4 by number.</summary>
    public int Generation => (_data[TraitsAt] >> 4) & 7;

    /// <summary>Gets whether gender or generation are known.</summary>
    public bool HasTraits => _data[TraitsAt] >> 2 != 0;

    /// <summary>Gets the valid birth date as year * 10000 + month * 100 + day, or 0.</summary>
    public int Birth => _data[BirthAt];

    /// <summary>Gets the text of the birth date in the pool of values, digits without separators, also when it is not valid.</summary>
    public int BirthText => _data[BirthTextAt];

    public ReadOnlySpan<int> Names => Section(0);

    public ReadOnlySpan<int> Emails => Section(1);

    public ReadOnlySpan<int> Phones => Section(2);

    public ReadOnlySpan<int> Addresses => Section(3);

    public ReadOnlySpan<int> Identifiers => Section(4);

    public ReadOnlySpan<int> Organizations => Section(5);

    // Read several times for every pair scored. The standardiser wrote the ends, so they are not checked again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<int> Section(int index)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_data);
        var start = index == 0 ? HeaderLength : Unsafe.Add(ref first, FirstEndAt + index - 1);
        var end = Unsafe.Add(ref first, FirstEndAt + index);
        Debug.Assert(start <= end && end <= _data.Length, "Sections lie one after another within the profile.");
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref first, start), end - start);
    }
}
