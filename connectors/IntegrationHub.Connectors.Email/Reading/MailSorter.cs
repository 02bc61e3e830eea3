using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Bounces;
using IntegrationHub.Connectors.Email.Cards;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Requests;
using IntegrationHub.Connectors.Email.Signatures;
using IntegrationHub.Connectors.Email.Spam;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>Makes of one mail what the streams want of it: interactions, and what it says about people.</summary>
/// <param name="own">The business's own addresses.</param>
/// <param name="people">Takes the people; <see langword="null"/> when they are not wanted.</param>
/// <param name="replies">Knows response times; <see langword="null"/> when interactions are not wanted.</param>
/// <param name="region">The country of numbers without a country code.</param>
/// <param name="dropsSpam">Whether unasked advertising is left out.</param>
/// <param name="startedAt">When the run started.</param>
internal sealed class MailSorter(
    OwnAddresses own, PeopleCollector? people, MailboxReplies? replies, string? region, bool dropsSpam, DateTimeOffset startedAt)
{
    private readonly bool _wantsMails = replies is not null;

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

        if (BounceReader.IsBounce(mail))
        {
            SortBounce(mail, raw, isNew, into);
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

        var isAnswered = MailFlags.IsAnswered(raw, mail.Headers);
        if (dropsSpam && !isAnswered && SpamScore.IsSpam(mail, own))
        {
            Counts.Spam++;
            return;
        }

        var correspondence = Correspondence.Of(mail, own);
        var wantsThis = _wantsMails && isNew;
        var isFromPerson = correspondence is { Direction: "in", Counterparts.Count: 1 };
        var size = raw.TotalBytes - mail.BodyStart;
        var readsText = isFromPerson && (people is not null || (wantsThis && size <= UnsubscribeRequest.TextBytesMax));
        var body = readsText || (wantsThis && correspondence.Counterparts.Count > 0)
            ? BodyWalker.Walk(mail.Headers, raw.Bytes[mail.BodyStart..], readsText)
            : default;
        if (people is not null)
        {
            TakePeople(mail, correspondence, isAnswered, body);
        }

        if (wantsThis)
        {
            MailInteractions.Add(mail, correspondence, size, body.AttachmentCount, replies?.Of(mail, correspondence.Direction), into);
            if (isFromPerson && (UnsubscribeRequest.IsByHeaders(mail)
                || (size <= UnsubscribeRequest.TextBytesMax && body.Text is { } text && UnsubscribeRequest.IsByText(text))))
            {
                into.Add(UnsubscribeRequest.Of(mail));
            }
        }
    }

    private void SortBounce(Mail mail, RawMail raw, bool isNew, List<Message> into)
    {
        Counts.Bounces++;
        var body = BodyWalker.Walk(mail.Headers, raw.Bytes[mail.BodyStart..], wantsText: true);
        var bounced = BounceReader.Read(mail, body.DeliveryStatus, body.Text, own);
        foreach (var one in bounced)
        {
            people?.Bounced(one, mail.OccurredAt);
        }

        if (_wantsMails && isNew)
        {
            BounceMessages.Add(mail, bounced, into);
        }
    }

    private void Reject(RawMail raw, bool isNew, List<Message> into, string reason, string? key)
    {
        if (_wantsMails && !isNew)
        {
            return; // Set aside when it was new.
        }

        // No raw text: it would be somebody's mail. File and position are enough to look at it.
        Counts.Rejected++;
        into.Add(new RejectedRecord(
            _wantsMails ? MailStreams.Mails : MailStreams.People,
            string.Create(CultureInfo.InvariantCulture, $"Mail at byte {raw.Offset} of '{raw.File}' was left out: {reason}."))
        {
            Key = key,
        });
    }

    private void TakePeople(Mail mail, Correspondence correspondence, bool isAnswered, MimeBody body)
    {
        var evidence = MailEvidence.Of(mail, own, correspondence.Direction, isSent: false, isAnswered);
        var dependsOnText = evidence == ContactEvidence.Personal && MailEvidence.DependsOnText(mail);
        foreach (var person in correspondence.Counterparts)
        {
            people!.See(person.Address, DisplayNames.Clean(person.Name, person.Address), mail.OccurredAt);
            people.Show(person.Address, dependsOnText && MailEvidence.SpeaksAgainst(body.Text) ? ContactEvidence.None : evidence);
        }

        foreach (var person in correspondence.Mentioned)
        {
            people!.See(person.Address, DisplayNames.Clean(person.Name, person.Address), mail.OccurredAt);
            people.Show(person.Address, MailEvidence.OfMentioned(evidence));
        }

        if (correspondence is not { Direction: "in", Counterparts: [var sender] })
        {
            return;
        }

        people!.Wrote(sender.Address, mail.OccurredAt);
        var name = DisplayNames.Clean(sender.Name, sender.Address);
        foreach (var cards in body.Cards ?? [])
        {
            if (OwnCards.Find(cards, sender.Address, name, mail.Id, region) is { } card)
            {
                people.Take(sender.Address, card, mail.OccurredAt);
            }
        }

        if (body.Text is not { } text)
        {
            return;
        }

        try
        {
            var foot = SignatureReader.Read(text, name, sender.Address, region);
            people.Take(sender.Address, foot, mail.OccurredAt);
        }
        catch (RegexMatchTimeoutException)
        {
            Counts.UnreadFeet++; // A text made to be slow; the person is kept, the foot is not.
        }
    }
}
