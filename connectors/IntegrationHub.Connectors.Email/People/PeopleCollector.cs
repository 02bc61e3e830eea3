using System.Globalization;
using IntegrationHub.Connectors.Email.Signatures;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Gathers people over a whole pass, because one person emerges from many mails.</summary>
internal sealed class PeopleCollector(int peopleMax)
{
    private readonly Dictionary<string, PersonDraft> _people = new(StringComparer.Ordinal);

    /// <summary>Gets how many mentions of addresses beyond the limit were left out.</summary>
    internal long LeftOut { get; private set; }

    internal int Count => _people.Count;

    /// <summary>Notes that a mail names an address.</summary>
    internal void See(string address, string? name, DateTimeOffset at) => Draft(address)?.See(name, at);

    /// <summary>Notes what a person wrote at the foot of a mail.</summary>
    internal void Take(string address, MailFoot foot, DateTimeOffset at) => Draft(address)?.Take(foot, at);

    /// <summary>Gives the people found, ordered by key.</summary>
    internal IEnumerable<PersonRecord> Records(string stream)
    {
        var keys = _people.Keys.ToArray();
        Array.Sort(keys, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            yield return Record(stream, key, _people[key]);
        }
    }

    /// <summary>Says that the limit was reached; nothing when it was not.</summary>
    internal RejectedRecord? Rejection(string stream) => LeftOut == 0 ? null : new RejectedRecord(stream, string.Create(
        CultureInfo.InvariantCulture,
        $"More than {peopleMax} addresses in one mailbox source: {LeftOut} mentions of further addresses were left out. Split the path into several sources."));

    private static PersonRecord Record(string stream, string key, PersonDraft draft)
    {
        var record = new PersonRecord(stream, key) { UpdatedAt = draft.SeenAt };
        record.Add(PersonFields.Email, key);
        if (draft.Name is null || (draft.SignedName is { } s && !draft.Name.Contains(' ', StringComparison.Ordinal) && s.Value.Contains(draft.Name, StringComparison.OrdinalIgnoreCase)))
        {
            record.Add(PersonFields.NameFull, draft.SignedName?.Value ?? draft.Name, evidence: draft.SignedName?.Evidence);
        }
        else
        {
            record.Add(PersonFields.NameFull, draft.Name);
        }

        foreach (var phone in draft.Phones)
        {
            record.Add(PersonFields.Phone, phone.Value, evidence: phone.Evidence);
        }

        record.Add(PersonFields.JobTitle, draft.JobTitle?.Value, evidence: draft.JobTitle?.Evidence);
        record.Add(PersonFields.Organization, draft.Organization?.Value, evidence: draft.Organization?.Evidence);
        return record.Add(PersonFields.Url, draft.Url?.Value, evidence: draft.Url?.Evidence);
    }

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
