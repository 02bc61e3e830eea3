using System.Globalization;
using IntegrationHub.Connectors.Email.Bounces;
using IntegrationHub.Connectors.Email.Cards;
using IntegrationHub.Connectors.Email.Signatures;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Gathers people over a whole pass, because one person emerges from many mails.</summary>
/// <param name="peopleMax">Addresses kept in memory.</param>
/// <param name="admission">Who becomes a person.</param>
internal sealed class PeopleCollector(int peopleMax, Admission admission)
{
    private readonly Dictionary<string, PersonDraft> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Status, DateTimeOffset At)> _bounces = new(StringComparer.Ordinal);

    /// <summary>Gets how many mentions of addresses beyond the limit were left out.</summary>
    internal long LeftOut { get; private set; }

    /// <summary>Gives the best name seen beside an address; <see langword="null"/> when there was none.</summary>
    internal string? NameOf(string address) => _people.GetValueOrDefault(address)?.Name;

    /// <summary>Notes that a mail names an address.</summary>
    internal void See(string address, string? name, DateTimeOffset at) => Draft(address)?.See(name, at);

    /// <summary>Notes what a mail shows of somebody who was seen.</summary>
    internal void Show(string address, ContactEvidence evidence) => _people.GetValueOrDefault(address)?.Show(evidence);

    /// <summary>Says whether somebody who was seen becomes a person.</summary>
    internal bool IsAdmitted(string address) => Admits(admission, _people[address].Evidence);

    /// <summary>Notes that a person wrote a mail.</summary>
    internal void Wrote(string address, DateTimeOffset at) => Draft(address)?.Wrote(at);

    /// <summary>Notes what a person wrote at the foot of a mail.</summary>
    internal void Take(string address, MailFoot foot, DateTimeOffset at) => Draft(address)?.Take(foot, at);

    /// <summary>Notes a business card that a person sent of themselves.</summary>
    internal void Take(string address, OwnCard card, DateTimeOffset at) => Draft(address)?.Take(card, at);

    /// <summary>Notes that mail to an address came back; that alone makes no person.</summary>
    internal void Bounced(BouncedAddress bounced, DateTimeOffset at)
    {
        if (!_bounces.TryGetValue(bounced.Address, out var known))
        {
            if (_bounces.Count >= peopleMax)
            {
                LeftOut++;
                return;
            }

            known = (bounced.Status, at);
        }

        _bounces[bounced.Address] = at >= known.At ? (bounced.Status, at) : known;
    }

    /// <summary>Gives the people found, ordered by key.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="after">The key of the last one given before; empty for all.</param>
    internal IEnumerable<PersonRecord> Records(string stream, string after = "") => Keys(after).Where(IsAdmitted).Select(key => Record(stream, key));

    /// <summary>Gives the keys of all who were seen, behind one, in order.</summary>
    internal IEnumerable<string> Keys(string after)
    {
        var keys = _people.Keys.Where(key => string.CompareOrdinal(key, after) > 0).ToArray();
        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }

    /// <summary>Makes the record of one person.</summary>
    internal PersonRecord Record(string stream, string key)
    {
        var draft = _people[key];
        if (_bounces.TryGetValue(key, out var bounce))
        {
            draft.Bounced(new FoundValue("bounced", $"Delivery failed for good with status {bounce.Status}."), bounce.At);
        }

        return PersonRecords.Of(stream, key, draft);
    }

    /// <summary>Says that the limit was reached; nothing when it was not.</summary>
    internal RejectedRecord? Rejection(string stream) => LeftOut == 0 ? null : new RejectedRecord(stream, string.Create(
        CultureInfo.InvariantCulture,
        $"More than {peopleMax} addresses in one mailbox source: {LeftOut} mentions of further addresses were left out. Split the path into several sources."));

    /// <summary>Says whether evidence is enough.</summary>
    internal static bool Admits(Admission admission, ContactEvidence evidence) => admission switch
    {
        Admission.Everyone => true,
        Admission.Answered => evidence == ContactEvidence.Proof,
        _ => evidence >= ContactEvidence.Personal,
    };

    private PersonDraft? Draft(string address)
    {
        if (_people.TryGetValue(address, out var draft))
        {
            return draft;
        }

        if (_people.Count >= peopleMax)
        {
            LeftOut++;
            return null;
        }

        return _people[address] = new PersonDraft();
    }
}
