namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// Which keys records have: each is an atom, or two or three together, written like <c>birth.year + name~sound</c>. Keys
/// complement each other, so that an error in one part of a record leaves others intact; a key with a part missing is no key.
/// </summary>
internal sealed class KeyPlan
{
    /// <summary>The most keys a plan has: their numbers fit the bits of a word.</summary>
    public const int KeysMax = 31;

    private const int PartsMax = 3;

    private readonly AtomKind[][] _keys;

    private KeyPlan(string[] texts, AtomKind[][] keys, KeySet? generic)
    {
        (Texts, _keys, Generic) = (texts, keys, generic);
        foreach (var kind in keys.SelectMany(key => key))
        {
            Wanted |= AtomReader.Bit(kind);
        }
    }

    /// <summary>Gets the plan for records of which nothing was learned.</summary>
    public static KeyPlan Default { get; } = Parse(
    [
        "email",
        "email.local",
        "phone.tail7",
        "phone.tail4 + name~sound",
        "identifier",
        "birth.date",
        "birth.year + name~sound",
        "birth.dayMonth + name~sound",
        "given~sound + family~sound",
        "given^3 + family^3",
        "postal + name~sound",
        "locality~sound + name~sound",
        "house + street~sound",
        "house + postal",
        "organization~sound + name~sound",
        "company~sound",
        "place + company.word~sound",
    ]);

    /// <summary>Gets the keys as they are written.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Gets the number of keys; they are numbered from 1.</summary>
    public int Count => _keys.Length;

    /// <summary>Gets the atoms that make no key, because too many people share them.</summary>
    public KeySet? Generic { get; }

    /// <summary>Gets a bit for each kind of atom in it.</summary>
    public uint Wanted { get; }

    /// <summary>Reads a plan.</summary>
    /// <param name="texts">The keys as they are written.</param>
    /// <param name="generic">Atoms that make no key, or null.</param>
    /// <exception cref="FormatException">A key is not one; the message names it.</exception>
    public static KeyPlan Parse(IReadOnlyList<string> texts, KeySet? generic = null)
    {
        if (texts.Count > KeysMax)
        {
            throw new FormatException($"The model's keys are {texts.Count}. Expected at most {KeysMax}.");
        }

        return ParseAll(texts, generic);
    }

    /// <summary>Reads keys to choose from, which may be more than a plan has.</summary>
    public static KeyPlan ParseAll(IReadOnlyList<string> texts, KeySet? generic) =>
        new([.. texts], [.. texts.Select(Parts)], generic);

    /// <summary>Gives the kinds of atoms of a key.</summary>
    public ReadOnlySpan<AtomKind> this[int number] => _keys[number - 1];

    /// <summary>Gives a key as it is written.</summary>
    public string TextOf(int number) => Texts[number - 1];

    private static AtomKind[] Parts(string text)
    {
        var parts = text.Split('+', StringSplitOptions.TrimEntries);
        var kinds = new AtomKind[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!AtomKinds.TryParse(parts[i], out kinds[i]))
            {
                throw new FormatException($"The model's key \"{text}\" has an unknown part. Expected parts such as \"email\" or \"name~sound\", joined by +.");
            }
        }

        return parts.Length <= PartsMax && kinds.Distinct().Count() == kinds.Length ? kinds
            : throw new FormatException($"The model's key \"{text}\" must have one to three different parts.");
    }
}
