using IntegrationHub.Connectors.Email.Cards;
using IntegrationHub.Connectors.Email.Signatures;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>What the mails read so far say about one address. The result does not depend on the order of the mails.</summary>
internal sealed class PersonDraft
{
    private const int PhonesMax = 8;

    private Dated _jobTitle;
    private Dated _organization;
    private Dated _url;
    private Dated _address;
    private FoundValue? _signedName;
    private List<DraftPhone>? _phones;
    private DateTimeOffset _wroteAt;
    private Dated _bounce;
    private OwnCard? _card;
    private DateTimeOffset _cardAt;

    internal string? Name { get; private set; }

    internal DateTimeOffset SeenAt { get; private set; }

    /// <summary>Gets what the mails show of the person at most.</summary>
    internal ContactEvidence Evidence { get; private set; }

    internal FoundValue? SignedName => _signedName;

    internal FoundValue? JobTitle => UnlessOnCard(_jobTitle, PersonFields.JobTitle);

    internal FoundValue? Organization => UnlessOnCard(_organization, PersonFields.Organization);

    internal FoundValue? Url => UnlessOnCard(_url, PersonFields.Url);

    internal FoundValue? Address => UnlessOnCard(_address, "address.");

    /// <summary>Gets the newest business card that the person sent of themselves, without what they wrote later in another way.</summary>
    internal IEnumerable<FieldValue> CardValues => _card is null ? [] : _card.Values.Where(v => !IsOutOfDate(v.Field));

    /// <summary>Gets the status of the last bounce (RFC 3463), unless the person wrote since; then the address works again.</summary>
    internal FoundValue? Bounce => _bounce.Value is not null && _bounce.At > _wroteAt ? _bounce.Value : null;

    /// <summary>Gets the phone numbers, those seen last first.</summary>
    internal IEnumerable<FoundValue> Phones => _phones is null
        ? []
        : _phones.OrderByDescending(p => p.SeenAt).ThenBy(p => p.Digits, StringComparer.Ordinal).Select(p => p.Value);

    /// <summary>Takes the name beside the address in a header.</summary>
    internal void See(string? name, DateTimeOffset at)
    {
        SeenAt = at > SeenAt ? at : SeenAt;
        if (name is not null && (Name is null || IsBetter(name, Name)))
        {
            Name = name;
        }
    }

    /// <summary>Notes what a mail shows of the person.</summary>
    internal void Show(ContactEvidence evidence) => Evidence = evidence > Evidence ? evidence : Evidence;

    /// <summary>Takes a business card that the person sent of themselves; the newest counts.</summary>
    internal void Take(OwnCard card, DateTimeOffset at)
    {
        if (_card is null || at > _cardAt || (at == _cardAt && string.CompareOrdinal(card.Text, _card.Text) < 0))
        {
            _card = card;
            _cardAt = at;
        }
    }

    /// <summary>Notes that the person wrote.</summary>
    internal void Wrote(DateTimeOffset at) => _wroteAt = at > _wroteAt ? at : _wroteAt;

    /// <summary>Notes that a mail to the address came back for good.</summary>
    internal void Bounced(FoundValue status, DateTimeOffset at) => _bounce = Dated.Newer(_bounce, status, at);

    /// <summary>Takes the foot of a mail the person wrote.</summary>
    internal void Take(MailFoot foot, DateTimeOffset at)
    {
        if (foot.Name is { } name && (_signedName is null || IsBetter(name.Value, _signedName.Value.Value)))
        {
            _signedName = name;
        }

        _jobTitle = Dated.Newer(_jobTitle, foot.JobTitle, at);
        _organization = Dated.Newer(_organization, foot.Organization, at);
        _url = Dated.Newer(_url, foot.Url, at);
        _address = Dated.Newer(_address, foot.Address, at);
        foreach (var phone in foot.Phones)
        {
            TakePhone(phone, at);
        }
    }

    /// <summary>Gives a value of the foot unless the card, which is not older, has that field.</summary>
    private FoundValue? UnlessOnCard(Dated value, string field) =>
        _card is not null && _cardAt >= value.At && _card.Values.Any(v => v.Field.StartsWith(field, StringComparison.Ordinal)) ? null : value.Value;

    private bool IsOutOfDate(string field) => field switch
    {
        PersonFields.JobTitle => JobTitle is not null,
        PersonFields.Organization => Organization is not null,
        PersonFields.Url => Url is not null,
        _ => field.StartsWith("address.", StringComparison.Ordinal) && Address is not null,
    };

    private void TakePhone(FoundValue phone, DateTimeOffset at)
    {
        var digits = Digits(phone.Value);
        _phones ??= new List<DraftPhone>(2);
        var index = _phones.FindIndex(p => p.Digits == digits);
        if (index >= 0)
        {
            if (at > _phones[index].SeenAt)
            {
                _phones[index] = new DraftPhone(digits, phone, at);
            }

            return;
        }

        _phones.Add(new DraftPhone(digits, phone, at));
        if (_phones.Count > PhonesMax)
        {
            _phones.Remove(_phones.OrderBy(p => p.SeenAt).ThenByDescending(p => p.Digits, StringComparer.Ordinal).First());
        }
    }

    /// <summary>Gives what two ways of writing a number have in common.</summary>
    internal static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));

    private static bool IsBetter(string name, string than)
    {
        var difference = DisplayNames.Completeness(name) - DisplayNames.Completeness(than);
        return difference > 0 || (difference == 0 && string.CompareOrdinal(name, than) < 0);
    }

    private readonly record struct DraftPhone(string Digits, FoundValue Value, DateTimeOffset SeenAt);

    private readonly record struct Dated(FoundValue? Value, DateTimeOffset At)
    {
        internal static Dated Newer(Dated old, FoundValue? value, DateTimeOffset at)
        {
            var isNewer = value is not null
                && (old.Value is null || at > old.At || (at == old.At && string.CompareOrdinal(value.Value.Value, old.Value.Value.Value) < 0));
            return isNewer ? new Dated(value, at) : old;
        }
    }
}
