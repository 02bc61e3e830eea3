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

    private readonly ReadOnlySpan<int> _data = data;

    /// <summary>Gets how many numbers this name takes.</summary>
    public int Length => _data[0];

    public bool IsStructured => (_data[1] & StructuredFlag) != 0;

    public bool IsForeign => (_data[1] & ForeignFlag) != 0;

    /// <summary>Gets the given name (without middle names) as one word, or 0.</summary>
    public int Given => _data[2];

    /// <summary>Gets the family name as one word, or 0.</summary>
    public int Family => _data[3];

    /// <summary>Gets the words of given and middle names.</summary>
    public ReadOnlySpan<int> GivenWords => _data.Slice(HeaderLength, _data[4]);

    public ReadOnlySpan<int> FamilyWords => _data[(HeaderLength + _data[4])..Length];
}
