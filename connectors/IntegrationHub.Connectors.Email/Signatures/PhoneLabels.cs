using System.Collections.Frozen;

namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>What a word beside a number says about it.</summary>
internal static class PhoneLabels
{
    private static readonly FrozenSet<string> Phone = new[]
    {
        "tel", "telephone", "phone", "ph", "p", "t", "mobile", "mob", "m", "cell", "cellular", "cellphone", "c", "direct", "d",
        "ddi", "office", "off", "o", "work", "wk", "w", "home", "hm", "h", "handy", "telefon", "mobil", "fon", "tlf", "tél",
        "téléphone", "portable", "teléfono", "telefono", "móvil", "movil", "celular", "cellulare", "desk", "land", "landline",
        "voice", "v", "business", "bus", "whatsapp", "main", "switchboard", "telefoon", "mobiel", "telephones", "phones",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Other = new[]
    {
        "fax", "f", "facsimile", "telefax", "telefacsimile", "telecopier", "efax", "fx", "pager", "pgr", "pg", "beeper", "order",
        "invoice", "ref", "reference", "account", "acct", "acc", "case", "ticket", "box", "vat", "ust", "iban", "bic", "conference",
        "conf", "code", "passcode", "pin", "id", "icq", "aim", "uin", "zip", "isbn", "issn", "key", "fingerprint", "bridge", "dial",
        "participant", "suite", "ste", "floor", "fl", "room", "rm", "ein", "tax", "reg", "registration", "registered", "member",
        "policy", "licence", "license", "lic", "serial", "version", "router", "aba", "card", "siret", "siren", "hrb", "abn", "acn",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal static bool IsPhone(string word) => Phone.Contains(word);

    /// <summary>Says whether the word names another kind of number: a fax, an order, a tax number.</summary>
    internal static bool IsOther(string word) => Other.Contains(word);
}
