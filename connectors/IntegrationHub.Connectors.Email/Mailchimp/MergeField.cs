using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>A field that an audience keeps of its members, and what it becomes.</summary>
/// <param name="Tag">Its tag, the name under which members have it.</param>
/// <param name="Type">Its type: text, number, address, phone, date, url, imageurl, radio, dropdown, birthday, zip.</param>
/// <param name="DateFormat">How days and months are written: <c>MM/DD</c>, <c>DD/MM/YYYY</c> and the like.</param>
/// <param name="Field">The canonical field it becomes, when its type does not decide; <see langword="null"/> to leave it out.</param>
internal sealed record MergeField(string Tag, string Type, string? DateFormat, string? Field)
{
    internal bool IsDayFirst => DateFormat?.StartsWith("DD", StringComparison.OrdinalIgnoreCase) == true;

    internal static MergeField? Read(JToken json, IReadOnlyDictionary<string, string?> meanings)
    {
        if (MailchimpJson.Text(json, "tag") is not { } tag)
        {
            return null;
        }

        var type = MailchimpJson.Text(json, "type") ?? "text";
        var field = meanings.TryGetValue(tag, out var meaning) ? meaning : MergeFieldMeanings.Of(tag, type);
        return new MergeField(tag, type, MailchimpJson.Text(json["options"], "date_format"), field);
    }
}
