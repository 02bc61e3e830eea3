using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Suppression;

/// <summary>The part of an entry that mailing preference services keep: a name at a postal address.</summary>
internal static class PostalEntry
{
    /// <summary>Adds name and address, where the list says enough of both.</summary>
    internal static void AddTo(PersonRecord entry, PersonRecord person)
    {
        var hasName = person.Fields.Any(static f => f.Field is PersonFields.NameFamily or PersonFields.NameFull);
        var hasStreet = person.Fields.Any(static f => f.Field is PersonFields.AddressLine1 or PersonFields.AddressStreet or PersonFields.AddressFull);
        var hasCode = person.Fields.Any(static f => f.Field == PersonFields.AddressPostalCode);
        if (!hasName || !hasStreet || !hasCode)
        {
            return;
        }

        entry.Add(PersonFields.SuppressedAddress, "true");
        foreach (var field in person.Fields)
        {
            if (field.Field.StartsWith("name.", StringComparison.Ordinal) || field.Field.StartsWith("address.", StringComparison.Ordinal))
            {
                entry.Add(field.Field, field.Value, field.Group);
            }
        }
    }
}
