using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Guesses the mailbox's own addresses from a sample of its mails: what they were delivered to, else the address
/// that takes part in most of them.</summary>
internal sealed class OwnAddressGuess
{
    private const double DeliveredShareMin = 0.1;
    private const double PresentShareMin = 0.4;

    private static readonly string[] DeliveryHeaders = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To"];

    private readonly Dictionary<string, int> _delivered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _present = new(StringComparer.Ordinal);
    private int _deliveredMails;
    private int _mails;

    /// <summary>Takes one mail of the sample.</summary>
    internal void Add(Mail mail)
    {
        _mails++;
        var present = new HashSet<string>(StringComparer.Ordinal);
        Note(present, mail.To);
        Note(present, mail.Cc);
        if (mail.From is { } from)
        {
            present.Add(from.Address);
        }

        Count(_present, present);
        var delivered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var header in DeliveryHeaders)
        {
            Note(delivered, AddressParser.Parse(mail.Headers.First(header)));
        }

        if (delivered.Count > 0)
        {
            _deliveredMails++;
            Count(_delivered, delivered);
        }
    }

    /// <summary>Gives the guess, most frequent first; empty when no address stands out.</summary>
    internal IReadOnlyList<string> Result()
    {
        // A delivery address counts only when mails are also addressed to it or come from it; else it is a relay's.
        var delivered = Above(_delivered, _deliveredMails * DeliveredShareMin)
            .Where(a => _present.GetValueOrDefault(a) > 0).ToList();
        return delivered.Count > 0 ? delivered : Above(_present, _mails * PresentShareMin).Take(1).ToList();
    }

    private static IEnumerable<string> Above(Dictionary<string, int> counts, double least) => counts
        .Where(c => c.Value >= Math.Max(2, least))
        .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => c.Key)
        .Take(10);

    private static void Note(HashSet<string> into, List<MailAddress> addresses)
    {
        foreach (var address in addresses)
        {
            into.Add(address.Address);
        }
    }

    private static void Count(Dictionary<string, int> counts, HashSet<string> addresses)
    {
        foreach (var address in addresses)
        {
            counts[address] = counts.GetValueOrDefault(address) + 1;
        }
    }
}
