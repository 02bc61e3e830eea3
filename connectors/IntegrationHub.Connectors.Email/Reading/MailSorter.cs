using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Signatures;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>Makes of one mail what the streams want of it: interactions, and what it says about people.</summary>
/// <param name="own">The business's own addresses.</param>
/// <param name="people">Takes the people; <see langword="null"/> when they are not wanted.</param>
/// <param name="wantsMails">Whether interactions are wanted.</param>
/// <param name="region">The country of numbers without a country code.</param>
/// <param name="startedAt">When the run started.</param>
internal sealed class MailSorter(
    OwnAddresses own, PeopleCollector? people, bool wantsMails, string? region, DateTimeOffset startedAt)
{
    internal PassCounts Counts { get; } = new();

    /// <summary>Sorts one mail.</summary>
    /// <param name="raw">The mail.</param>
    /// <param name="isNew">Whether the stream <c>mails</c> has not had it.</param>
    /// <param name="into">Takes the messages to yield.</param>
    internal void Sort(RawMail raw, bool isNew, List<Message> into)
    {
        Counts.Mails++;
        var mail = Mail.Parse(raw, startedAt);
        if (mail is null)
        {
            Reject(raw, isNew, into, "it has no header lines", key: null);
            return;
        }

        if (BulkRules.IsBulk(mail))
        {
            Counts.Bulk++;
            return;
        }

        if (mail.From is null)
        {
            Reject(raw, isNew, into, "it names no sender with an e-mail address", mail.Id);
            return;
        }

        var correspondence = Correspondence.Of(mail, own);
        var readsFoot = people is not null && correspondence is { Direction: "in", Counterparts.Count: 1 };
        var body = readsFoot || (wantsMails && isNew && correspondence.Counterparts.Count > 0)
            ? BodyWalker.Walk(mail.Headers, raw.Bytes[mail.BodyStart..], readsFoot)
            : default;
        if (people is not null)
        {
            TakePeople(mail, correspondence, body.Text);
        }

        if (wantsMails && isNew)
        {
            AddInteractions(mail, correspondence, raw.TotalBytes - mail.BodyStart, body.AttachmentCount, into);
        }
    }

    private void Reject(RawMail raw, bool isNew, List<Message> into, string reason, string? key)
    {
        if (wantsMails && !isNew)
        {
            return; // Set aside when it was new.
        }

        // No raw text: it would be somebody's mail. File and position are enough to look at it.
        Counts.Rejected++;
        into.Add(new RejectedRecord(
            wantsMails ? MailboxConnector.MailsStream : MailboxConnector.PeopleStream,
            string.Create(CultureInfo.InvariantCulture, $"Mail at byte {raw.Offset} of '{raw.File}' was left out: {reason}."))
        {
            Key = key,
        });
    }

    private void TakePeople(Mail mail, Correspondence correspondence, string? text)
    {
        foreach (var person in correspondence.Counterparts)
        {
            people!.See(person.Address, DisplayNames.Clean(person.Name, person.Address), mail.OccurredAt);
        }

        foreach (var person in correspondence.Mentioned)
        {
            people!.See(person.Address, DisplayNames.Clean(person.Name, person.Address), mail.OccurredAt);
        }

        if (text is null)
        {
            return;
        }

        var sender = correspondence.Counterparts[0];
        try
        {
            var foot = SignatureReader.Read(text, DisplayNames.Clean(sender.Name, sender.Address), sender.Address, region);
            people!.Take(sender.Address, foot, mail.OccurredAt);
        }
        catch (RegexMatchTimeoutException)
        {
            Counts.UnreadFeet++; // A text made to be slow; the person is kept, the foot is not.
        }
    }

    private static void AddInteractions(Mail mail, Correspondence correspondence, long size, int attachments, List<Message> into)
    {
        var several = correspondence.Counterparts.Count > 1;
        foreach (var person in correspondence.Counterparts)
        {
            var key = several ? $"{mail.Id}#{person.Address}" : mail.Id;
            into.Add(new InteractionRecord(MailboxConnector.MailsStream, key, "mail", mail.OccurredAt)
            {
                PersonStream = MailboxConnector.PeopleStream,
                PersonKey = person.Address,
                Title = mail.Subject,
                Channel = "email",
                Direction = correspondence.Direction,
                Details = { ["threadId"] = mail.ThreadId, ["size"] = size, ["attachments"] = attachments },
            });
        }
    }
}
