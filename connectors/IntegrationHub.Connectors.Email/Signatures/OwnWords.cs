using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>Keeps the lines that the writer of a mail wrote: no quoted mails, no forwarded ones, no footers of lists and
/// mail providers.</summary>
internal static partial class OwnWords
{
    private const int LinesMax = 20_000;
    private const int LineCharsMax = 1_000;
    private const int RegexTimeoutMs = 200;

    internal static List<string> Of(string text)
    {
        var lines = new List<string>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimEnd();
            lines.Add(line.Length > LineCharsMax ? line[..LineCharsMax].ToString() : line.ToString());
            if (lines.Count == LinesMax)
            {
                break;
            }
        }

        return Keep(lines);
    }

    private static List<string> Keep(List<string> lines)
    {
        var kept = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (IsQuoted(line))
            {
                continue;
            }

            var attribution = AttributionLength(lines, i);
            if (attribution > 0)
            {
                if (!IsQuoted(NextText(lines, i + attribution)))
                {
                    break; // The answered mail follows without marks: all the rest is somebody else's.
                }

                i += attribution - 1; // The answer stands below or between the quoted lines.
                continue;
            }

            if (StartsForeignMail(lines, i))
            {
                break;
            }

            kept.Add(line);
        }

        return kept;
    }

    private static bool IsQuoted(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        return trimmed.Length > 0 && (trimmed[0] is '>' or '|' || QuoteInitials().IsMatch(trimmed));
    }

    private static string NextText(List<string> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (lines[i].Length > 0)
            {
                return lines[i];
            }
        }

        return string.Empty;
    }

    /// <summary>Counts the lines of <c>On ... wrote:</c>, which may be broken over up to three lines.</summary>
    private static int AttributionLength(List<string> lines, int at)
    {
        var joined = lines[at].Trim();
        if (joined.Length == 0)
        {
            return 0;
        }

        if (joined[^1] == ':' && joined.Length < 200 && AttributionEnd().IsMatch(joined))
        {
            return 1;
        }

        if (!AttributionStart().IsMatch(joined))
        {
            return 0;
        }

        for (var count = 2; count <= 3 && at + count <= lines.Count; count++)
        {
            joined += " " + lines[at + count - 1].Trim();
            if (AttributionEnd().IsMatch(joined) && joined.Length < 300)
            {
                return count;
            }
        }

        return 0;
    }

    private static bool StartsForeignMail(List<string> lines, int at)
    {
        var line = lines[at].Trim();
        if (Separator().IsMatch(line))
        {
            return true;
        }

        if (line.StartsWith("_____", StringComparison.Ordinal) && line.Trim('_').Length == 0)
        {
            // Outlook's line above the answered mail, Mailman's above its footer; but some people draw it above their name.
            return !PersonName().IsMatch(NextText(lines, at + 1).Trim());
        }

        // A block of header lines: From: ..., then Sent:, Date: or To: within three lines.
        if (!HeaderFrom().IsMatch(line))
        {
            return false;
        }

        for (var i = at + 1; i < Math.Min(lines.Count, at + 4); i++)
        {
            if (HeaderOther().IsMatch(lines[i]))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex PersonName();

    [GeneratedRegex(@"^[A-Z]{1,3}>", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex QuoteInitials();

    [GeneratedRegex(
        @"^(?:on|am|le|el|il|op|em|den|w dniu|at|in)\s.{0,80}\d|^(?:""?[^:]{2,60}""?\s+)?[<(\[][^<>\s]+@[^<>\s]+[>)\]]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex AttributionStart();

    [GeneratedRegex(
        @"(?:\b(?:wrote|writes|said|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał\(?a?\)?)\b[^.!?]{0,60}:|\bschrieb\b.{2,100}:)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex AttributionEnd();

    [GeneratedRegex(
        @"^[-_*=\s]{0,40}(?:original (?:message|appointment)|forwarded (?:message|by)|begin forwarded message|forward(?:ed)? header|reply separator|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|mensaje original|messaggio originale|(?:the )?following (?:section|message) )(?:\b|[-_*=\s:])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\*?(?:From|Von|De|Da|Van)\*?:\*?\s", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex HeaderFrom();

    [GeneratedRegex(
        @"^\s*\*?(?:Sent|Date|To|Subject|Gesendet|Datum|An|Envoyé|À|Enviado|Para|Inviato|Verzonden|Aan)\*?:",
        RegexOptions.CultureInvariant,
        RegexTimeoutMs)]
    private static partial Regex HeaderOther();
}
