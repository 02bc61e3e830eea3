using System.Globalization;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Spam;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>What the headers of some mails let expect, for the check.</summary>
/// <param name="own">The business's own addresses.</param>
/// <param name="admission">Who becomes a person.</param>
/// <param name="dropsSpam">Whether unasked advertising is left out.</param>
internal sealed class SampleCounts(OwnAddresses own, Admission admission, bool dropsSpam)
{
    private int _mails;
    private int _bulk;
    private int _advertising;
    private int _strangers;

    /// <summary>Counts a mail.</summary>
    /// <param name="mail">The mail; <see langword="null"/> when it has no headers.</param>
    /// <param name="isSent">Whether it lies among the sent ones.</param>
    /// <param name="isAnswered">Whether it is marked as answered.</param>
    internal void Add(Mail? mail, bool isSent, bool isAnswered)
    {
        _mails++;
        if (mail is null)
        {
            return;
        }

        if (BulkRules.IsBulk(mail))
        {
            _bulk++;
        }
        else if (mail.From is not null && dropsSpam && !isSent && !isAnswered && SpamScore.IsSpam(mail, own))
        {
            _advertising++;
        }
        else if (mail.From is not null && IsHeldBack(mail, isSent, isAnswered))
        {
            _strangers++;
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_mails} mails, {_bulk} are bulk, {_advertising} look like advertising and {_strangers} come from strangers and are in doubt; they make no people");

    private bool IsHeldBack(Mail mail, bool isSent, bool isAnswered)
    {
        var evidence = MailEvidence.Of(mail, own, Correspondence.Of(mail, own, isSent).Direction, isSent, isAnswered);
        return !PeopleCollector.Admits(admission, evidence);
    }
}
