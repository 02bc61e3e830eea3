namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Makes keys of senders' ids.</summary>
internal static class EventKey
{
    // The hub refuses keys that look like payment card numbers, and one random id in some thousands does by chance.
    private const int DigitRunMax = 12;

    private const string Letters = "abcdefghijklmnop";

    /// <summary>Gives the id itself, or letters that stand for it when it holds a long run of digits.</summary>
    internal static string Of(string messageId) => LongestDigitRun(messageId) <= DigitRunMax
        ? messageId
        : string.Create(32, EventJson.Digest(messageId), static (key, digest) =>
        {
            for (var i = 0; i < key.Length; i++)
            {
                key[i] = Letters[Convert.ToInt32(digest[i].ToString(), 16)];
            }
        });

    /// <summary>Counts digits across the hyphens and blanks that may part a card number.</summary>
    private static int LongestDigitRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : c is '-' or ' ' or '.' ? run : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
