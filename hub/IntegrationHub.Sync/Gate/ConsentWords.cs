using System.Collections.Frozen;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Gate;

/// <summary>Reads the usual ways to write a choice about being contacted.</summary>
/// <remarks>Thread-safe.</remarks>
public static class ConsentWords
{
    private static readonly FrozenDictionary<string, ConsentStatus?> Words = Load();

    /// <summary>Reads a choice.</summary>
    /// <param name="text">The word as written; case, hyphens and underscores do not matter.</param>
    /// <param name="status">What was chosen; <see langword="null"/> when the word says that nobody has chosen yet.</param>
    /// <returns><see langword="false"/> when the word is not known; then nothing may be assumed.</returns>
    public static bool TryRead(string text, out ConsentStatus? status)
    {
        ArgumentNullException.ThrowIfNull(text);

        var word = TextCleaner.Line(text);
        if (Words.TryGetValue(word, out status))
        {
            return true;
        }

        return Words.TryGetValue(word.Replace('-', ' ').Replace('_', ' ').Trim('.', '!', ' '), out status);
    }

    private static FrozenDictionary<string, ConsentStatus?> Load()
    {
        (ConsentStatus? Status, string Forms)[] table =
        [
            (ConsentStatus.Granted, "yes|y|true|t|1|on|x|ok|opt in|optin|opted in|optedin|in|subscribed|subscribe|granted|grant|given|allow|allowed|"
                + "accept|accepted|agree|agreed|consented|consent|confirmed|active|enabled|checked|ja|j|oui|o|si|sí|sim|tak|da"),
            (ConsentStatus.Denied, "no|n|false|f|0|off|denied|deny|refused|refuse|declined|decline|rejected|reject|disagree|disagreed|not given|not granted|disallowed|"
                + "never|do not contact|dnc|do not email|do not call|disabled|unchecked|inactive|suppressed|blocked|nein|non|não|nie|nee"),
            (ConsentStatus.Withdrawn, "withdrawn|withdraw|withdrew|revoked|revoke|unsubscribed|unsubscribe|opt out|optout|opted out|optedout|out|removed|cancelled|canceled|"
                + "stopped|stop|complained|spam complaint|widerrufen|abgemeldet|désabonné|cleaned"),
            (null, "unknown|pending|unconfirmed|not asked|never asked|not set|unset|undefined|null|none|n/a|na|-|?|never subscribed|transactional|"
                + "non subscribed|not subscribed|unspecified|unbekannt"),
        ];
        var words = new Dictionary<string, ConsentStatus?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (status, forms) in table)
        {
            foreach (var form in forms.Split('|'))
            {
                words[form] = status;
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
