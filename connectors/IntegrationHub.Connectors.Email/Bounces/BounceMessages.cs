using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Bounces;

/// <summary>Makes interactions of a bounce.</summary>
internal static class BounceMessages
{
    internal static void Add(Mail mail, IReadOnlyList<BouncedAddress> bounced, List<Message> into)
    {
        foreach (var one in bounced)
        {
            into.Add(new InteractionRecord(MailStreams.Mails, $"{mail.Id}#{one.Address}", "bounce", mail.OccurredAt)
            {
                PersonStream = MailStreams.People,
                PersonKey = one.Address,
                Channel = "email",
                Direction = "in",
                Details = { ["status"] = one.Status, ["threadId"] = mail.ThreadId },
            });
        }
    }
}
