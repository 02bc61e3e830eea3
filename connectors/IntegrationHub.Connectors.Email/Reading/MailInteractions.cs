using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>Makes interactions of a mail, one for each counterpart.</summary>
internal static class MailInteractions
{
    /// <summary>Adds the interactions of a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="correspondence">Who corresponds in it.</param>
    /// <param name="sizeBytes">The size of its body.</param>
    /// <param name="attachments">How many files are attached.</param>
    /// <param name="responseTime">How long after the answered mail of the other side it was written, when that is known.</param>
    /// <param name="into">Takes the interactions.</param>
    internal static void Add(
        Mail mail, Correspondence correspondence, long sizeBytes, int attachments, TimeSpan? responseTime, List<Message> into)
    {
        var several = correspondence.Counterparts.Count > 1;
        foreach (var person in correspondence.Counterparts)
        {
            var record = new InteractionRecord(
                MailStreams.Mails, several ? $"{mail.Id}#{person.Address}" : mail.Id, "mail", mail.OccurredAt)
            {
                PersonStream = MailStreams.People,
                PersonKey = person.Address,
                Title = mail.Subject,
                Channel = "email",
                Direction = correspondence.Direction,
                Details = { ["threadId"] = mail.ThreadId, ["size"] = sizeBytes, ["attachments"] = attachments },
            };
            if (responseTime is { } time)
            {
                record.Details["responseSeconds"] = (long)time.TotalSeconds;
            }

            into.Add(record);
        }
    }
}
