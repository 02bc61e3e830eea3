using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Reads one name of a profile: length, flags, joined given, joined family, count of given words, words.</summary>
/// <param name="data">The section from this name on.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct NameView(ReadOnlySpan<int> data)
{
    /// <summary>Which part is given and which is family is known, not guessed.</summary>
    public const int StructuredFlag = 1;

    /// <summary>Written in a script that cannot be compared with Latin letters.</summary>
    public const int ForeignFlag = 2;

    public const int HeaderLength = 5;

    // Read many times for every pair scored. The standardiser wrote the lengths, so they are not checked again.
    private readonly ref readonly int _first = ref MemoryMarshal.GetReference(data);

    /// <summary>Gets how many numbers this name takes.</summary>
    public int Length => _first;

    public bool IsStructured => (At(1) & StructuredFlag) != 0;

    public bool IsForeign => (At(1) & ForeignFlag) != 0;

    /// <summary>Gets the given name (without middle names) as one word, or 0.</summary>
    public int Given => At(2);

    /// <summary>Gets the family name as one word, or 0.</summary>
    public int Family => At(3);

    /// <summary>Gets the words of given and middle names.</summary>
    public ReadOnlySpan<int> GivenWords => MemoryMarshal.CreateReadOnlySpan(in At(HeaderLength), At(4));

    public ReadOnlySpan<int> FamilyWords
    {
        get
        {
            var start = HeaderLength + At(4);
            return MemoryMarshal.CreateReadOnlySpan(in At(start), Length - start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly int At(int index) => ref Unsafe.Add(ref Unsafe.AsRef(in _first), index);
}
