using System.Text;

namespace IntegrationHub.Connectors.Lists.Proposal;

/// <summary>Takes a header apart into plain lower-case words: <c>E-mail 1 - Value</c>, <c>billingPostCode</c>, <c>Straße</c>.</summary>
internal static class HeaderWords
{
    internal static List<string> Split(string header)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var previous = ' ';
        foreach (var letter in header.Normalize(NormalizationForm.FormC))
        {
            if (StartsWord(previous, letter))
            {
                Take(words, word);
            }

            Append(word, letter);
            previous = letter;
        }

        Take(words, word);
        JoinEmail(words);
        return words;
    }

    /// <summary>Writes a header as the name of an attribute: <c>Date of visit</c> becomes <c>dateOfVisit</c>.</summary>
    internal static string ToCamelCase(string header)
    {
        var words = Split(header);
        var name = new StringBuilder();
        foreach (var word in words)
        {
            name.Append(name.Length == 0 ? word[0] : char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        return name.Length > 0 ? name.ToString() : header.Trim();
    }

    private static bool StartsWord(char previous, char letter) =>
        !char.IsLetterOrDigit(letter)
        || (char.IsLower(previous) && char.IsUpper(letter))
        || char.IsDigit(previous) != char.IsDigit(letter);

    private static void Append(StringBuilder word, char letter)
    {
        if (!char.IsLetterOrDigit(letter))
        {
            return;
        }

        var lower = char.ToLowerInvariant(letter);
        _ = lower switch
        {
            'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' => word.Append('a'),
            'ç' => word.Append('c'),
            'è' or 'é' or 'ê' or 'ë' => word.Append('e'),
            'ì' or 'í' or 'î' or 'ï' => word.Append('i'),
            'ñ' => word.Append('n'),
            'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' => word.Append('o'),
            'ù' or 'ú' or 'û' or 'ü' => word.Append('u'),
            'ß' => word.Append("ss"),
            'œ' => word.Append("oe"),
            'æ' => word.Append("ae"),
            _ => word.Append(lower),
        };
    }

    private static void Take(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static void JoinEmail(List<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] == "e" && words[i + 1].StartsWith("mail", StringComparison.Ordinal))
            {
                words[i] += words[i + 1];
                words.RemoveAt(i + 1);
            }
        }
    }
}
