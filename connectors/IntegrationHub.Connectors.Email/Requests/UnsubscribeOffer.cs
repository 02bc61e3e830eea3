using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Email.Requests;

/// <summary>Recognises texts that offer to take the reader off a list, as the laws of many countries make bulk mail do: the
/// sender's own word that it was not written to one person.</summary>
internal static partial class UnsubscribeOffer
{
    private const int TextCharsMax = 32 * 1024;
    private const int RegexTimeoutMs = 2_000; // The texts are short; only a starved machine takes that long.

    /// <summary>Says whether a text holds such an offer outside of quoted lines. A text made to be slow to search counts as one.</summary>
    internal static bool IsIn(string text)
    {
        // Offers stand at the end, sometimes at the beginning. Not the writer's own words alone: those have no footers.
        text = text.Length <= TextCharsMax ? text : string.Concat(text.AsSpan(0, TextCharsMax / 2), text.AsSpan(text.Length - (TextCharsMax / 2)));
        var words = string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries).Where(l => !l.StartsWith('>')));
        try
        {
            return Offer().IsMatch(words);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    [GeneratedRegex(
        @"unsubscri(?:be|bing|ption)|opt(?:ing)?[- ]?out|\bremov(?:e|ed|al)\b.{0,60}\b(?:list|lists|mailings?|database|e-?mails?)\b|\b(?:list|mailings?|database|e-?mails?)\b.{0,60}\bremov(?:e|ed|al)\b|no longer (?:wish|want) to (?:receive|get)|to stop (?:receiving|getting)|newsletter (?:ab(?:bestellen|melden)|kündigen)|abbestellen|von der liste (?:streichen|austragen)|désabonn|désinscri|darse de baja|cancelar (?:la|su) suscripción|disiscri|cancellarsi dalla|uitschrijven|afmelden",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Offer();
}
