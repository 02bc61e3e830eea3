using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.People;

namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>Finds where the signature starts among the last lines of a mail.</summary>
internal static partial class SignatureFinder
{
    private const int LinesMax = 15;
    private const int LooseLinesMax = 5;
    private const int RegexTimeoutMs = 200;

    /// <summary>Looks at the last lines.</summary>
    /// <param name="ownWords">What the writer wrote.</param>
    /// <param name="senderName">The writer's display name, when known.</param>
    /// <param name="address">The writer's address.</param>
    internal static SignatureBlock Find(List<string> ownWords, string? senderName, string address)
    {
        var foot = LastLines(ownWords);
        for (var i = foot.Count - 1; i >= 0; i--)
        {
            if (foot[i].TrimEnd() is "--" or "---" or "—" or "–")
            {
                return new SignatureBlock(foot.GetRange(i + 1, foot.Count - i - 1), IsCertain: true, OwnFrom: 0);
            }
        }

        var start = SignatureLines.StartOf(foot, senderName, address);
        if (start < foot.Count)
        {
            var lines = foot.GetRange(start, foot.Count - start);
            var nameAt = lines.FindIndex(l => IsName(l, senderName, address) || AnyName().IsMatch(l));
            return new SignatureBlock(lines, IsCertain: true, OwnFrom: nameAt < 0 ? lines.Count : nameAt);
        }

        var loose = Math.Min(LooseLinesMax, foot.Count);
        return new SignatureBlock(foot.GetRange(foot.Count - loose, loose), IsCertain: false, OwnFrom: loose);
    }

    internal static List<string> LastLines(List<string> lines)
    {
        var foot = new List<string>(LinesMax);
        for (var i = lines.Count - 1; i >= 0 && foot.Count < LinesMax; i--)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                foot.Add(lines[i].Trim());
            }
        }

        foot.Reverse();
        return foot;
    }

    internal static bool IsClosing(string line) => line.Length <= 50 && Closing().IsMatch(line);

    /// <summary>Says whether a short line holds the writer's name and no sentence.</summary>
    internal static bool IsName(string line, string? senderName, string address)
    {
        if (line.Length > 60 || line[^1] is '?' or '!' || line.Contains('@', StringComparison.Ordinal) || line[^1] == ',')
        {
            return false;
        }

        var name = line.Split(['\t', '|', '(', '/'], 2)[0];
        var dash = name.IndexOf(" - ", StringComparison.Ordinal);
        name = (dash > 0 ? name[..dash] : name).Trim(' ', '-', '~', '*', '_', '.');
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 4 || !words.All(w => char.IsUpper(w[0]) || w.Length <= 3) || name.Any(char.IsDigit))
        {
            return false;
        }

        return DisplayNames.SharesWord(name, address) || (senderName is not null && SharesWord(words, senderName));
    }

    private static bool SharesWord(string[] words, string senderName)
    {
        var senderWords = senderName.Split([' ', ',', '.', '"'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(w => w.Length >= 3 && senderWords.Contains(w.Trim(',', '.'), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A whole name; the shown sender may be a mere surname, or a role.</summary>
    [GeneratedRegex(@"^\p{Lu}\p{Ll}+ +(?:\p{Lu}\.? +)?\p{Lu}[\p{L}'’-]+$", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex AnyName();

    [GeneratedRegex(
        @"^\W{0,3}(?:(?:(?:with )?(?:many |best|kind|kindest|warm|warmest|sincere)? ?(?:regards|wishes|thanks)|(?:many )?thanks(?: (?:again|so much|very much|a lot|in advance|and .{2,20}))?|thank you(?: (?:again|so much|very much|in advance))?|thx|cheers|sincerely(?: yours)?|yours(?: (?:truly|sincerely|faithfully))?|best|all the best|cordially|respectfully|take care|ciao|love|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|freundliche gr(?:ü|ue)(?:ß|ss)e|viele gr(?:ü|ue)(?:ß|ss)e|(?:beste|liebe) gr(?:ü|ue)(?:ß|ss)e|mfg|gru(?:ß|ss)|(?:bien )?cordialement|salutations|saludos(?: cordiales)?|un saludo|atentamente|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|mvh|med vänlig hälsning|atenciosamente))\W{0,4}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Closing();
}
