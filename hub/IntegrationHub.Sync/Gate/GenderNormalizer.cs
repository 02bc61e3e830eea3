using System.Collections.Frozen;

namespace IntegrationHub.Sync.Gate;

/// <summary>Reads the usual ways to write a gender and gives <c>male</c>, <c>female</c>, <c>other</c> or <c>unknown</c>.</summary>
/// <remarks>Thread-safe.</remarks>
public static class GenderNormalizer
{
    private static readonly FrozenDictionary<string, string> Words = Load();

    /// <summary>Normalises a gender.</summary>
    /// <param name="text">The word, letter or ISO 5218 digit as written.</param>
    /// <returns>One of the four words, or the text without surrounding blanks when it is none of the known ones.</returns>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var line = TextCleaner.Line(text);
        return Words.TryGetValue(line, out var word) ? word : line;
    }

    private static FrozenDictionary<string, string> Load()
    {
        (string Word, string Forms)[] table =
        [
            ("male", "m|male|man|boy|masculine|männlich|mann|herr|masculin|homme|monsieur|hombre|masculino|varón|maschio|uomo|man|mężczyzna|mr|mr.|sir|1"),
            ("female", "f|female|woman|girl|feminine|weiblich|w|frau|féminin|feminin|femme|madame|mujer|femenino|femmina|donna|vrouw|v|kobieta|k|mrs|mrs.|ms|ms.|miss|2"),
            ("other", "other|x|d|divers|diverse|nonbinary|non-binary|non binary|nb|enby|intersex|genderqueer|genderfluid|autre|otro|andere|anders|altro"),
            ("unknown", "u|unknown|unspecified|not specified|not stated|prefer not to say|undisclosed|n/a|na|none|null|-|?|unbekannt|keine angabe|0|9"),
        ];
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, forms) in table)
        {
            foreach (var form in forms.Split('|'))
            {
                words[form] = word;
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
