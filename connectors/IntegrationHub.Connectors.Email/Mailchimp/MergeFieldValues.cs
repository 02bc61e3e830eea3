using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Adds the values of a member's merge fields to a person, each by its type.</summary>
internal static class MergeFieldValues
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss"];

    internal static void Add(PersonRecord person, IReadOnlyList<MergeField> fields, JObject? values)
    {
        var addresses = 0;
        foreach (var merge in fields)
        {
            if (merge.Field is not { } field || values?[merge.Tag] is not { } value)
            {
                continue;
            }

            switch (merge.Type)
            {
                case "address" when field == PersonFields.AddressFull:
                    addresses += AddAddress(person, value, addresses) ? 1 : 0;
                    break;
                case "number" when MailchimpJson.Number(value) is { } number && field.StartsWith(PersonFields.AttributePrefix, StringComparison.Ordinal):
                    person.AddNumber(field, number);
                    break;
                case "birthday":
                    person.Add(field, MonthAndDay(TextOf(value), merge.IsDayFirst));
                    break;
                case "date":
                    person.Add(field, Date(TextOf(value), merge.IsDayFirst));
                    break;
                case "zip" when field == PersonFields.AddressPostalCode && TextOf(value).Length > 0:
                    person.Add(field, TextOf(value), addresses++);
                    break;
                default:
                    person.Add(field, TextOf(value));
                    break;
            }
        }
    }

    // An address that was never completed is an empty text, in exports of old audiences also one line with double spaces between its parts.
    private static bool AddAddress(PersonRecord person, JToken value, int group)
    {
        var before = person.Fields.Count;
        if (value is JObject address)
        {
            person
                .Add(PersonFields.AddressLine1, MailchimpJson.Text(address, "addr1"), group)
                .Add(PersonFields.AddressLine2, MailchimpJson.Text(address, "addr2"), group)
                .Add(PersonFields.AddressLocality, MailchimpJson.Text(address, "city"), group)
                .Add(PersonFields.AddressRegion, MailchimpJson.Text(address, "state"), group)
                .Add(PersonFields.AddressPostalCode, MailchimpJson.Text(address, "zip"), group);

            // Audiences fill in their own country where nothing else of an address is known.
            if (person.Fields.Count > before)
            {
                person.Add(PersonFields.AddressCountry, MailchimpJson.Text(address, "country"), group);
            }
        }
        else
        {
            person.Add(PersonFields.AddressFull, TextOf(value).Replace("  ", ", ", StringComparison.Ordinal), group);
        }

        return person.Fields.Count > before;
    }

    // Mailchimp keeps no year of a birthday; written MM-DD, as other sources have it.
    private static string MonthAndDay(string text, bool dayFirst)
    {
        var parts = text.Split('/');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second))
        {
            return text;
        }

        var (month, day) = dayFirst || first > 12 ? (second, first) : (first, second);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? string.Create(CultureInfo.InvariantCulture, $"{month:00}-{day:00}") : text;
    }

    private static string Date(string text, bool dayFirst)
    {
        var formats = DateFormats.Append(dayFirst ? "dd/MM/yyyy" : "MM/dd/yyyy").ToArray();
        return DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;
    }

    private static string TextOf(JToken value) =>
        value is JValue { Value: { } known } ? Convert.ToString(known, CultureInfo.InvariantCulture) ?? string.Empty : string.Empty;
}
