using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Connectors.Email.Requests;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Judges what a mail shows of those who correspond in it. Looks at that mail alone, so the result does not depend on
/// which other mails a run reads, nor in what order.</summary>
internal static class MailEvidence
{
    /// <summary>Says who becomes a person by the settings.</summary>
    internal static Admission AdmissionOf(bool spamFilter, bool onlyAnswered) =>
        onlyAnswered ? Admission.Answered : spamFilter ? Admission.Personal : Admission.Everyone;

    /// <summary>Judges a mail by its headers.</summary>
    /// <param name="mail">The mail; it names a sender.</param>
    /// <param name="own">The business's own addresses.</param>
    /// <param name="direction">Its direction.</param>
    /// <param name="isSent">Whether it lies among the sent ones.</param>
    /// <param name="isAnswered">Whether the mailbox's owner answered it, as mail programs mark it.</param>
    internal static ContactEvidence Of(Mail mail, OwnAddresses own, string direction, bool isSent, bool isAnswered)
    {
        if (direction == "out")
        {
            return isSent || !IsForged(mail) ? ContactEvidence.Proof : ContactEvidence.None;
        }

        if (isAnswered || (mail.InReplyTo is { } id && own.IsOwnDomain(MailDomains.Of(id))))
        {
            return ContactEvidence.Proof;
        }

        // Any list can be unsubscribed from by a stranger's program, but who asks the business for it was on its list.
        var isPersonal = FirstContact.IsPersonal(mail, own) || UnsubscribeRequest.IsByHeaders(mail);
        return !isPersonal ? ContactEvidence.None : mail.InReplyTo is null ? ContactEvidence.Personal : ContactEvidence.Proof;
    }

    /// <summary>Judges what a mail shows of those in its Cc: they belong to a conversation with the business, or a stranger named them.</summary>
    internal static ContactEvidence OfMentioned(ContactEvidence evidence) => evidence == ContactEvidence.Proof ? ContactEvidence.Personal : ContactEvidence.None;

    /// <summary>Says whether a mail that is personal by its headers is one only if its text does not speak against it.</summary>
    internal static bool DependsOnText(Mail mail) => !UnsubscribeRequest.IsByHeaders(mail);

    /// <summary>Says whether a text speaks against a first contact: it offers to take the reader off a list.</summary>
    internal static bool SpeaksAgainst(string? text) => text is not null && UnsubscribeOffer.IsIn(text) && !UnsubscribeRequest.IsByText(text);

    /// <summary>Pretending to be the reader is an old trick. A mail that the business sent has no traces of another's server.</summary>
    private static bool IsForged(Mail mail)
    {
        var path = MailDomains.Of(mail.Headers.First("Return-Path"));
        return (!path.IsEmpty && !MailDomains.AreOne(path, mail.From!.Value.Domain)) || SenderProof.Of(mail) == false || FirstContact.IsMadeByServer(mail);
    }
}
