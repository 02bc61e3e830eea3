using System.Collections.Frozen;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Proposal;

/// <summary>Reads a header: looks it up as it is, then without words that add nothing, then without words that only
/// say which of several is meant. General rules; no product is known by name.</summary>
internal static class HeaderRules
{
    private static readonly HeaderMeaning Unknown = new(null, string.Empty);

    private static readonly FrozenSet<string> Noise = Set(
        "customer client contact user person member subscriber lead buyer guest patient account kunde kunden your my the current preferred primary main default value info addr");

    private static readonly FrozenSet<string> Places = Set(
        "home business work other billing shipping mailing private personal office delivery residential residence invoice privat geschaftlich dienstlich rechnung lieferung domicile travail bureau livraison facturation casa trabajo facturacion envio second secondary alternate alternative additional");

    // Columns that describe another column, or that hold what must not be taken for a person's own number.
    private static readonly FrozenSet<string> Describing = Set(
        "label type kind phonetic yomi furigana fax telefax pager telex status time ip verified count total assistant manager spouse referrer by callback isdn tty");

    private static readonly FrozenSet<string> AddressWords = Set("address addr adresse anschrift direccion location");

    internal static HeaderMeaning Read(string header)
    {
        var words = HeaderWords.Split(header);
        if (words.Count == 0)
        {
            return Unknown;
        }

        if (Lookup(string.Join(' ', words)) is { } exact)
        {
            return new HeaderMeaning(exact, string.Empty);
        }

        if (words.Exists(Describing.Contains))
        {
            return Unknown;
        }

        return ReadLine(words) is { Field: not null } line ? line : ReadLoosely(words);
    }

    // Address 2, Street Address 1, Home Street 2: a number at the end counts lines, not addresses.
    private static HeaderMeaning ReadLine(List<string> words)
    {
        if (words.Count < 2 || !IsNumber(words[^1]))
        {
            return Unknown;
        }

        var before = ReadLoosely(words[..^1]);
        return before.Field switch
        {
            PersonFields.AddressLine1 when words[^1] == "1" => before,
            PersonFields.AddressLine1 => before with { Field = PersonFields.AddressLine2 },
            _ => Unknown,
        };
    }

    private static HeaderMeaning ReadLoosely(List<string> words)
    {
        var plain = words.FindAll(w => !Noise.Contains(w));
        if (LookupParts(plain) is { } field)
        {
            return new HeaderMeaning(field, string.Empty);
        }

        var place = string.Join(' ', plain.Where(IsPlace));
        plain.RemoveAll(IsPlace);
        return place.Length > 0 ? new HeaderMeaning(LookupParts(plain), place) : IdOf(words);
    }

    private static HeaderMeaning IdOf(List<string> words) =>
        words.Count > 1 && words[^1] is "id" && Noise.Contains(words[^2]) ? new HeaderMeaning(HeaderPhrases.Id, string.Empty) : Unknown;

    // "address city" means "city", also where the word "address" only opens the name.
    private static string? LookupParts(List<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var whole = Lookup(string.Join(' ', words));
        if (whole is not null || words.Count == 1 || !AddressWords.Contains(words[0]))
        {
            return whole;
        }

        var rest = Lookup(string.Join(' ', words.Skip(1)));
        return rest?.StartsWith("address.", StringComparison.Ordinal) == true ? rest : null;
    }

    private static string? Lookup(string phrase) => HeaderPhrases.Fields.GetValueOrDefault(phrase);

    private static bool IsPlace(string word) => Places.Contains(word) || IsNumber(word);

    private static bool IsNumber(string word) => word.Length <= 2 && char.IsAsciiDigit(word[0]);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
