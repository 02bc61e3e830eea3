using System.Text;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Writes Cyrillic and Greek names in Latin letters, in one of two customs.</summary>
internal static class Transliteration
{
    private const string CyrillicLetters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private const string GreekLetters = "αβγδεζηθικλμνξοπρσςτυφχψω";

    private static readonly string[] Customs =
    [
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
        "a b v g d e jo j z i j k l m n o p r s t u f h c ch sh sch - i - e iu ia",
    ];

    private static readonly string[] GreekCustoms =
    [
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
        "a b g d e z h t i k l m n ks o p r s s t u ph h ps w",
    ];

    private static readonly string[][] Cyrillic = Array.ConvertAll(Customs, custom => custom.Split(' '));
    private static readonly string[][] Greek = Array.ConvertAll(GreekCustoms, custom => custom.Split(' '));

    /// <summary>Writes a name in Latin letters.</summary>
    /// <param name="name">The name.</param>
    /// <param name="custom">0 or 1.</param>
    public static string Of(string name, int custom)
    {
        var text = new StringBuilder(name.Length * 2);
        foreach (var letter in name)
        {
            var lower = char.ToLowerInvariant(letter);
            var cyrillic = CyrillicLetters.IndexOf(lower, StringComparison.Ordinal);
            var greek = GreekLetters.IndexOf(WithoutAccent(lower), StringComparison.Ordinal);
            var part = cyrillic >= 0 ? Cyrillic[custom][cyrillic] : greek >= 0 ? Greek[custom][greek] : "-";
            text.Append(part == "-" ? string.Empty : part);
        }

        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    private static char WithoutAccent(char letter) => letter < '\u0400' ? letter.ToString().Normalize(NormalizationForm.FormD)[0] : letter;
}
