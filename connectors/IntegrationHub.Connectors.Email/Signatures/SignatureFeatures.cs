using System.Buffers;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>What one of the last lines of a mail shows that tells a signature from text.</summary>
internal static partial class SignatureFeatures
{
    /// <summary>The names of the features, in the order of the weights.</summary>
    internal static readonly string[] Names =
    [
        "always", "the writer's name", "part of the name", "separator", "goodbye", "phone", "mail address", "web address", "label",
        "job title", "company", "post code or state", "mostly digits", "long", "short", "end of a sentence", "comma at the end",
        "many words", "every word capital", "list item", "words of a sentence", "last line", "near the end", "one word",
    ];

    private const int RegexTimeoutMs = 200;

    private static readonly SearchValues<char> Rules = SearchValues.Create("-_=*~#—– ");

    /// <summary>Reads the features of a line.</summary>
    /// <param name="line">The line, trimmed, not empty.</param>
    /// <param name="fromEnd">How many lines with text follow it.</param>
    /// <param name="senderName">The writer's display name, when known.</param>
    /// <param name="address">The writer's address.</param>
    /// <param name="into">Takes 0 or 1 for each of <see cref="Names"/>.</param>
    internal static void Read(string line, int fromEnd, string? senderName, string address, Span<bool> into)
    {
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var isName = SignatureFinder.IsName(line, senderName, address);
        into[0] = true;
        into[1] = isName;
        into[2] = !isName && words.Length <= 6 && senderName is not null && senderName.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Any(w => w.Length >= 3 && line.Contains(w, StringComparison.OrdinalIgnoreCase));
        into[3] = line.Length >= 2 && !line.AsSpan().ContainsAnyExcept(Rules);
        into[4] = SignatureFinder.IsClosing(line);
        into[5] = Phone().IsMatch(line);
        into[6] = line.Contains('@', StringComparison.Ordinal) && words.Length <= 4;
        into[7] = WebAddress().IsMatch(line);
        into[8] = Label().IsMatch(line);
        into[9] = words.Length <= 8 && JobTitle().IsMatch(line);
        into[10] = words.Length <= 8 && Company().IsMatch(line);
        into[11] = PostCode().IsMatch(line);
        into[12] = line.Count(char.IsAsciiDigit) > line.Length * 0.3;
        into[13] = line.Length > 60;
        into[14] = line.Length <= 25;
        into[15] = line[^1] is '.' or '?' or '!' or ':';
        into[16] = line[^1] == ',';
        into[17] = words.Length > 8;
        into[18] = words.All(w => char.IsUpper(w[0]) || !char.IsLetter(w[0]));
        into[19] = ListItem().IsMatch(line);
        into[20] = Sentence().Count(line) >= 2;
        into[21] = fromEnd == 0;
        into[22] = fromEnd is > 0 and <= 2;
        into[23] = words.Length == 1;
    }

    /// <summary>Says whether a line tells who somebody is: a name, a number, an address, a title, a company.</summary>
    internal static bool SaysWho(ReadOnlySpan<bool> features) =>
        features[1] || features[2] || features[5] || features[6] || features[8] || features[9] || features[10];

    [GeneratedRegex(@"(?:\(?\d{3}\)?[-. /]{1,3})?\d{3}[-. ]\d{4}|\+\d[\d ().-]{7,}|\bx ?-?\d{4,5}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?:https?://|www\.)\S+$|^\S+\.(?:com|net|org|de|eu)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"\b(?:tel|phone|ph|fax|mobile|cell|office|work|home|pager|direct|ext|e-?mail|web)\b\.?\s*[:#)(\d]|\((?:cell|office|home|fax|o|c|f|p|h|w)\)|^[ptfmcow][:.]\s*\d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\b(?:manager|director|engineer|president|consultant|officer|coordinator|specialist|analyst|assistant|developer|architect|attorney|counsel|accountant|administrator|supervisor|trader|recruiter|designer|secretary|professor|partner|owner|ceo|cto|cfo|associate|representative|executive|desk|department|dept|group|team|trading|marketing|services)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex JobTitle();

    [GeneratedRegex(
        @"\b(?:inc|llc|ltd|llp|corp|corporation|company|co|gmbh|ag|university|institute|bank|energy|capital|l\.?p|p\.?c)\b\.?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Company();

    [GeneratedRegex(@"\b[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?\b|\b(?:street|st|avenue|ave|suite|ste|blvd|road|rd|drive|floor|p\.?o\.? box)\b\.?,?\s*(?:#?\d+\w?)?\s*$|^\d{5} \p{Lu}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex PostCode();

    [GeneratedRegex(@"^(?:[-*•>]\s|\(?\d{1,2}[.)]\s|<<)", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex ListItem();

    [GeneratedRegex(
        @"\b(?:the|is|are|was|you|we|i|i'm|to|will|please|this|that|it|have|can|if|would|let|me|my|your|be|in|with|but|not|do|get|know)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Sentence();
}
