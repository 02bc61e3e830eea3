using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.VCard;

/// <summary>Turns a card into the values of a person record.</summary>
internal sealed class VCardPerson(DateReader dates)
{
    private readonly List<FieldValue> _values = [];
    private int _addresses;
    private bool _isOld;

    internal IReadOnlyList<FieldValue> Values => _values;

    internal string? Uid { get; private set; }

    internal DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Gets a value indicating whether the card stands for a group of people, a company, a place or a device.</summary>
    internal bool IsNoPerson { get; private set; }

    internal static VCardPerson Of(VCard card, DateReader dates)
    {
        var person = new VCardPerson(dates) { _isOld = card.IsOld };
        foreach (var property in card.Properties)
        {
            person.Take(property);
        }

        return person;
    }

    internal PersonRecord ToRecord(string stream, string key)
    {
        var record = new PersonRecord(stream, key) { UpdatedAt = UpdatedAt };
        foreach (var value in _values)
        {
            record.Add(value.Field, value.Value, value.Group);
        }

        return record;
    }

    internal string ContentKey() => new ContentKey().Of(_values);

    private void Take(VCardProperty property)
    {
        switch (property.Name)
        {
            case "N":
                TakeName(property);
                break;
            case "FN":
                AddOnce(PersonFields.NameFull, property.Text(_isOld));
                break;
            case "EMAIL":
                Add(PersonFields.Email, WithoutScheme(property.Text(_isOld), "mailto:"));
                break;
            case "TEL":
                TakePhone(property);
                break;
            case "ADR":
                TakeAddress(property);
                break;
            case "ORG":
                TakeOrganization(property);
                break;
            case "TITLE":
                AddOnce(PersonFields.JobTitle, property.Text(_isOld));
                break;
            case "URL":
                Add(PersonFields.Url, property.Text(_isOld));
                break;
            case "BDAY":
                TakeBirthDate(property.Text(_isOld));
                break;
            default:
                TakeRest(property);
                break;
        }
    }

    private void TakeRest(VCardProperty property)
    {
        switch (property.Name)
        {
            case "GENDER" or "X-GENDER":
                AddOnce(PersonFields.Gender, property.Split(';', _isOld)[0]);
                break;
            case "UID":
                Uid ??= NullIfBlank(WithoutScheme(property.Text(_isOld), "urn:uuid:"));
                break;
            case "REV":
                UpdatedAt ??= dates.Read(property.Text(_isOld));
                break;
            case "NICKNAME":
                AddOnce(PersonFields.Attribute("nickname"), property.Text(_isOld));
                break;
            case "ROLE":
                AddOnce(PersonFields.Attribute("role"), property.Text(_isOld));
                break;
            case "NOTE":
                AddOnce(PersonFields.Attribute("note"), property.Text(_isOld));
                break;
            case "CATEGORIES":
                AddOnce(PersonFields.Attribute("categories"), string.Join(", ", property.Split(',', _isOld).Where(c => c.Length > 0)));
                break;
            case "KIND" or "X-ADDRESSBOOKSERVER-KIND":
                IsNoPerson |= property.Value.Trim().ToLowerInvariant() is "group" or "org" or "location" or "application" or "device";
                break;
            case "X-ABSHOWAS":
                IsNoPerson |= property.Value.Trim().Equals("company", StringComparison.OrdinalIgnoreCase);
                break;
        }
    }

    private void TakeName(VCardProperty property)
    {
        var parts = property.Split(';', _isOld);
        string[] fields = [PersonFields.NameFamily, PersonFields.NameGiven, PersonFields.NameMiddle, PersonFields.NamePrefix, PersonFields.NameSuffix];
        for (var i = 0; i < Math.Min(parts.Count, fields.Length); i++)
        {
            AddOnce(fields[i], parts[i]);
        }
    }

    private void TakePhone(VCardProperty property)
    {
        var number = WithoutScheme(property.Text(_isOld), "tel:");

        // A tel: address may carry an extension, which is no part of the number.
        number = number.Split(';')[0];
        var isFax = property.HasType("fax") || property.HasType("pager") || property.HasType("modem");
        if (isFax)
        {
            AddOnce(PersonFields.Attribute(property.HasType("pager") ? "pager" : "fax"), number);
        }
        else
        {
            Add(PersonFields.Phone, number);
        }
    }

    private void TakeAddress(VCardProperty property)
    {
        var parts = property.Split(';', _isOld);
        string Part(int index) => index < parts.Count ? parts[index].Replace("\n", ", ", StringComparison.Ordinal) : string.Empty;

        if (_addresses == ListLimits.AddressesMax || parts.TrueForAll(p => p.Length == 0))
        {
            return;
        }

        var group = _addresses++;
        if (parts.Count(p => p.Length > 0) == 1 && parts.Exists(p => p.Contains('\n', StringComparison.Ordinal)))
        {
            Add(PersonFields.AddressFull, Part(parts.FindIndex(p => p.Length > 0)), group);
            return;
        }

        Add(PersonFields.AddressLine1, Part(2), group);
        Add(PersonFields.AddressLine2, string.Join(", ", new[] { Part(1), Part(0) }.Where(p => p.Length > 0)), group);
        Add(PersonFields.AddressLocality, Part(3), group);
        Add(PersonFields.AddressRegion, Part(4), group);
        Add(PersonFields.AddressPostalCode, Part(5), group);
        Add(PersonFields.AddressCountry, Part(6), group);
    }

    private void TakeOrganization(VCardProperty property)
    {
        var parts = property.Split(';', _isOld);
        AddOnce(PersonFields.Organization, parts[0]);
        if (parts.Count > 1)
        {
            AddOnce(PersonFields.Attribute("department"), parts[1]);
        }
    }

    // vCard 4.0 allows a day without a year and free text; those are no birth dates.
    private void TakeBirthDate(string text)
    {
        if (text.StartsWith("--", StringComparison.Ordinal) || dates.Read(text) is not { } date)
        {
            AddOnce(PersonFields.Attribute("birthday"), text);
        }
        else
        {
            AddOnce(PersonFields.BirthDate, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void AddOnce(string field, string value)
    {
        if (!_values.Exists(v => v.Field == field))
        {
            Add(field, value);
        }
    }

    private void Add(string field, string value, int group = 0)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _values.Add(new FieldValue(field, value.Trim(), FieldKind.Text, group, null));
        }
    }

    private static string WithoutScheme(string text, string scheme) =>
        text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? text[scheme.Length..] : text;

    private static string? NullIfBlank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
