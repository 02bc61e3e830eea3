using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>Two records with one key are one record to the hub: one of them is lost.</summary>
internal sealed class KeysCheck() : SourceCheck("keys-unique", "Every record has a key, and no two records of a stream have the same.")
{
    private const int KeyLengthMax = 512;

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        return Run(plain.Read.All);
    }

    /// <summary>Looks at the keys of messages; the same person may come again in one request, where a list has each person once.</summary>
    internal static Verdict Run(IReadOnlyList<Message> messages, bool mayRepeat = false)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            var key = message switch
            {
                PersonRecord person => person.Key,
                InteractionRecord interaction => interaction.Key,
                _ => null,
            };
            if (key is null)
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(key) || key.Length > KeyLengthMax)
            {
                throw Broken.Rule(
                    $"a record of stream '{message.Stream}' with {(key.Length > KeyLengthMax ? "a key of " + key.Length + " characters" : "a blank key")}",
                    $"a key of 1 to {KeyLengthMax} characters",
                    "use the source's own id; yield a RejectedRecord where there is none.");
            }

            if (!seen.Add(MessageText.IdentityOf(message)) && !mayRepeat)
            {
                throw Broken.Rule(
                    $"two records '{MessageText.IdentityOf(message)}'",
                    $"one",
                    "make the key of everything that tells two records apart, and yield each record once a read.");
            }
        }

        return Verdict.Passed($"{seen.Count} keys");
    }
}
