using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.People;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>Who corresponds with the business in one mail.</summary>
/// <param name="Direction"><c>in</c> or <c>out</c>.</param>
/// <param name="Counterparts">Those whose interaction it is: the sender, or the recipients of a mail of the business.</param>
/// <param name="Mentioned">Others that become people: who stands in Cc of a person's mail.</param>
internal sealed record Correspondence(string Direction, IReadOnlyList<MailAddress> Counterparts, IReadOnlyList<MailAddress> Mentioned)
{
    /// <summary>Recipients above which a mail is a blast: its recipients become neither people nor interactions.</summary>
    internal const int RecipientsMax = 20;

    /// <summary>Works out who corresponds.</summary>
    /// <param name="mail">The mail; it names a sender.</param>
    /// <param name="own">The business's own addresses.</param>
    /// <param name="isSent">Whether the mail lies among the sent ones.</param>
    internal static Correspondence Of(Mail mail, OwnAddresses own, bool isSent = false)
    {
        var from = mail.From!.Value;
        var recipients = mail.To.Count + mail.Cc.Count + mail.Bcc.Count;
        if (isSent || own.Contains(from.Address))
        {
            return new Correspondence("out", recipients > RecipientsMax ? [] : People(own, mail.To, mail.Cc, mail.Bcc), []);
        }

        // Without own addresses nobody can tell a customer in Cc from a colleague.
        var mentioned = own.IsEmpty || recipients > RecipientsMax ? [] : People(own, mail.Cc);
        return new Correspondence("in", IsPerson(from, own) ? [from] : [], mentioned);
    }

    private static List<MailAddress> People(OwnAddresses own, params ReadOnlySpan<List<MailAddress>> lists)
    {
        var people = new List<MailAddress>();
        foreach (var list in lists)
        {
            foreach (var address in list)
            {
                if (IsPerson(address, own) && !people.Exists(p => p.Address == address.Address))
                {
                    people.Add(address);
                }
            }
        }

        return people;
    }

    /// <summary>An address of the outside world that is not a program's.</summary>
    private static bool IsPerson(MailAddress address, OwnAddresses own) =>
        address.Domain.Contains('.', StringComparison.Ordinal) && !own.Contains(address.Address) && !BulkRules.IsMachine(address.Address);
}
