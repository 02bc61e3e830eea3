using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Makes the record of a person from what their mails say.</summary>
internal static class PersonRecords
{
    /// <summary>The attribute that says that mail to the address comes back.</summary>
    private static readonly string EmailStatus = PersonFields.Attribute("emailStatus");

    internal static PersonRecord Of(string stream, string key, PersonDraft draft)
    {
        var record = new PersonRecord(stream, key) { UpdatedAt = draft.SeenAt };
        record.Add(PersonFields.Email, key);
        var card = draft.CardValues.ToList();
        if (card.Exists(v => v.Field == PersonFields.NameFull))
        {
            // The card's name is among its values below.
        }
        else if (draft.Name is null || (draft.SignedName is { } s && !draft.Name.Contains(' ', StringComparison.Ordinal) && s.Value.Contains(draft.Name, StringComparison.OrdinalIgnoreCase)))
        {
            record.Add(PersonFields.NameFull, draft.SignedName?.Value ?? draft.Name, evidence: draft.SignedName?.Evidence);
        }
        else
        {
            record.Add(PersonFields.NameFull, draft.Name);
        }

        foreach (var value in card)
        {
            record.Add(value.Field, value.Value, value.Group, value.Evidence);
        }

        var numbers = card.Where(v => v.Field == PersonFields.Phone).Select(v => PersonDraft.Digits(v.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var phone in draft.Phones.Where(p => !numbers.Contains(PersonDraft.Digits(p.Value))))
        {
            record.Add(PersonFields.Phone, phone.Value, evidence: phone.Evidence);
        }

        record.Add(PersonFields.JobTitle, draft.JobTitle?.Value, evidence: draft.JobTitle?.Evidence);
        record.Add(PersonFields.Organization, draft.Organization?.Value, evidence: draft.Organization?.Evidence);
        record.Add(PersonFields.Url, draft.Url?.Value, evidence: draft.Url?.Evidence);
        record.Add(PersonFields.AddressFull, draft.Address?.Value, evidence: draft.Address?.Evidence);
        return record.Add(EmailStatus, draft.Bounce?.Value, evidence: draft.Bounce?.Evidence);
    }
}
