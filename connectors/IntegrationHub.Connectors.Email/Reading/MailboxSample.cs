using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.People;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>Reads the first mails of each place, for the check and for guessing the own addresses.</summary>
internal sealed class MailboxSample
{
    private const int MailsPerPlaceMax = 100;
    private const int MailsMax = 2_000;

    private MailboxSample()
    {
    }

    internal int Mails { get; private set; }

    internal int Bulk { get; private set; }

    internal int Broken { get; private set; }

    /// <summary>Gets the addresses that look like the business's own; empty when none stands out.</summary>
    internal IReadOnlyList<string> OwnAddresses { get; private set; } = [];

    internal static async Task<MailboxSample> TakeAsync(
        IReadOnlyList<MailPlace> places, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sample = new MailboxSample();
        var guess = new OwnAddressGuess();
        foreach (var place in places)
        {
            var count = 0;
            var pass = new MailPass([place], MailState.Parse(null, []), readsOld: true, now);
            await foreach (var (raw, _) in pass.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                sample.Add(Mail.Parse(raw, now), guess);
                if (++count == MailsPerPlaceMax)
                {
                    break;
                }
            }

            if (sample.Mails >= MailsMax)
            {
                break;
            }
        }

        sample.OwnAddresses = guess.Result();
        return sample;
    }

    private void Add(Mail? mail, OwnAddressGuess guess)
    {
        Mails++;
        if (mail is null)
        {
            Broken++;
            return;
        }

        Bulk += BulkRules.IsBulk(mail) ? 1 : 0;
        guess.Add(mail);
    }
}
