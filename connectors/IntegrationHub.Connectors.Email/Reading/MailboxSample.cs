using System.Runtime.CompilerServices;
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

    internal int Broken { get; private set; }

    /// <summary>Gets the addresses that look like the business's own; empty when none stands out.</summary>
    internal IReadOnlyList<string> OwnAddresses { get; private set; } = [];

    internal static async Task<MailboxSample> TakeAsync(
        IReadOnlyList<MailPlace> places, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sample = new MailboxSample();
        var guess = new OwnAddressGuess();
        await foreach (var (_, mail) in ReadAsync(places, now, cancellationToken).ConfigureAwait(false))
        {
            sample.Mails++;
            if (mail is null)
            {
                sample.Broken++;
            }
            else
            {
                guess.Add(mail);
            }
        }

        sample.OwnAddresses = guess.Result();
        return sample;
    }

    /// <summary>Counts what the same mails let expect, once the own addresses are known.</summary>
    internal static async Task CountAsync(IReadOnlyList<MailPlace> places, DateTimeOffset now, SampleCounts counts, CancellationToken cancellationToken)
    {
        await foreach (var (raw, mail) in ReadAsync(places, now, cancellationToken).ConfigureAwait(false))
        {
            counts.Add(mail, isSent: false, mail is not null && MailFlags.IsAnswered(raw, mail.Headers));
        }
    }

    private static async IAsyncEnumerable<(RawMail Raw, Mail? Mail)> ReadAsync(
        IReadOnlyList<MailPlace> places, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mails = 0;
        foreach (var place in places.TakeWhile(_ => mails < MailsMax))
        {
            var count = 0;
            var pass = new MailPass([place], MailState.Parse(null, []), readsOld: true, now);
            await foreach (var (raw, _) in pass.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                mails++;
                yield return (raw, Mail.Parse(raw, now));
                if (++count == MailsPerPlaceMax)
                {
                    break;
                }
            }
        }
    }
}
