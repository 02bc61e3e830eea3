using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate.Phone;

namespace IntegrationHub.Sync.Gate;

/// <summary>Normalises one value by the kind of its field.</summary>
internal static class FieldNormalizer
{
    /// <summary>Normalises.</summary>
    /// <param name="value">The value, cards already masked.</param>
    /// <param name="context">What the rest of the record says.</param>
    /// <returns>The field with the normalised value; the original beside it when they differ.</returns>
    internal static Field Normalize(in FieldValue value, in FieldContext context)
    {
        var text = value.Value;
        var kind = value.Kind;
        var normal = value.Field switch
        {
            PersonFields.NameFull or PersonFields.NamePrefix or PersonFields.NameGiven or PersonFields.NameMiddle
                or PersonFields.NameFamily or PersonFields.NameSuffix => NameNormalizer.Normalize(text, value.Field),
            PersonFields.Email or PersonFields.SuppressedEmail => EmailNormalizer.Normalize(text),
            PersonFields.Phone or PersonFields.SuppressedPhone => Phone(text, context),
            PersonFields.BirthDate => DateNormalizer.Normalize(text, context.Region, context.YearMax),
            PersonFields.Gender => GenderNormalizer.Normalize(text),
            PersonFields.Url => UrlNormalizer.Normalize(text),
            PersonFields.AddressCountry => AddressNormalizer.NormalizeCountry(text),
            PersonFields.AddressRegion => AddressNormalizer.NormalizeRegion(text, context.CountryOf(value.Group) ?? context.Region),
            PersonFields.AddressPostalCode => AddressNormalizer.NormalizePostalCode(
                text, context.CountryOf(value.Group) ?? context.Region, context.CountryOf(value.Group) is not null),
            PersonFields.AddressFull or PersonFields.AddressLine1 or PersonFields.AddressLine2 or PersonFields.AddressHouseNumber
                or PersonFields.AddressStreet or PersonFields.AddressLocality => AddressNormalizer.NormalizeLine(text),
            PersonFields.Organization or PersonFields.JobTitle => TextCleaner.Line(text),
            _ => Prefixed(value.Field, text, ref kind),
        };
        if (normal.Length == 0)
        {
            normal = text;
        }

        var isSame = ReferenceEquals(normal, text) || normal.Equals(text, StringComparison.Ordinal);
        return new Field(value.Field, isSame ? text : normal, isSame ? null : text, kind, value.Group, value.Evidence);
    }

    private static string Prefixed(string field, string text, ref FieldKind kind)
    {
        if (kind == FieldKind.Number)
        {
            return Number(text, ref kind);
        }

        if (field.StartsWith(PersonFields.ListPrefix, StringComparison.Ordinal))
        {
            if (ConsentWords.TryRead(text, out var status) && status is not null)
            {
                kind = FieldKind.Boolean;
                return status == ConsentStatus.Granted ? "true" : "false";
            }

            return TextCleaner.Line(text);
        }

        return field.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal) ? TextCleaner.Line(text) : text.Trim();
    }

    /// <summary>What calls itself a number and is none stays as text.</summary>
    private static string Number(string text, ref FieldKind kind)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        kind = FieldKind.Text;
        return text;
    }

    /// <summary>Reads a number by the country of the person's own address, then by the region of the source; a range that is handed out decides.</summary>
    private static string Phone(string text, in FieldContext context)
    {
        var best = PhoneNormalizer.Read(text, context.Country ?? context.Region, out var number);
        if (best != PhoneValidity.Strict && context.Country is not null && context.Country != context.Region)
        {
            var second = PhoneNormalizer.Read(text, context.Region, out var other);
            if (second > best)
            {
                return other.E164;
            }
        }

        return best == PhoneValidity.None ? TextCleaner.Line(text) : number.E164;
    }
}
