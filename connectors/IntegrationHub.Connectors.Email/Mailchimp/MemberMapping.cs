using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Makes a person and their consents of a member of an audience.</summary>
internal sealed class MemberMapping(Audience audience, IReadOnlyList<MergeField> fields, bool keepArchived, bool isIncremental)
{
    internal const string Stream = "people";

    /// <summary>Names the person of a member: reports know members by the same two ids.</summary>
    internal static string KeyOf(string audience, string member) => audience + ":" + member;

    internal IEnumerable<Message> Map(JToken json)
    {
        if (json is not JObject member || MailchimpJson.Text(member, "id") is not { } id || MailchimpJson.Text(member, "email_address") is not { } email)
        {
            return [new RejectedRecord(Stream, $"A member of audience {audience.Id} has no id or no e-mail address; expected both.", json.ToString(Formatting.None))];
        }

        var key = KeyOf(audience.Id, id);
        if (MailchimpJson.Text(member, "status") == MemberStatus.Archived && !keepArchived)
        {
            // A full read shows by itself who is gone.
            return isIncremental ? [new DeletedRecord(Stream, key)] : [];
        }

        return [PersonOf(member, key, email), .. MemberConsents.Of(member, key, audience)];
    }

    private PersonRecord PersonOf(JObject member, string key, string email)
    {
        var status = MailchimpJson.Text(member, "status");
        var person = new PersonRecord(Stream, key) { UpdatedAt = MailchimpJson.Time(member, "last_changed") };
        person.Add(PersonFields.Email, email);
        MergeFieldValues.Add(person, fields, member["merge_fields"] as JObject);
        if (!person.Fields.Any(f => f.Field is PersonFields.NameGiven or PersonFields.NameFamily))
        {
            person.Add(PersonFields.NameFull, MailchimpJson.Text(member, "full_name"));
        }

        person
            .Add(PersonFields.Phone, MailchimpJson.Text(member, "sms_phone_number"))
            .Add(PersonFields.Identifier("mailchimp-contact"), MailchimpJson.Text(member, "contact_id"))
            .Add(PersonFields.Attribute("mailchimpStatus"), status)
            .Add(PersonFields.Attribute("emailStatus"), status == MemberStatus.Cleaned ? "bounced" : null)
            .Add(PersonFields.Attribute("language"), MailchimpJson.Text(member, "language"))
            .Add(PersonFields.Attribute("country"), MailchimpJson.Text(member["location"], "country_code"))
            .AddNumber(PersonFields.Attribute("memberRating"), MailchimpJson.Number(member["member_rating"]))
            .AddFlag(PersonFields.Attribute("vip"), member["vip"] is JValue { Value: true } ? true : null)
            .AddFlag(PersonFields.List("mailchimp-" + audience.Name), status == MemberStatus.Subscribed);
        foreach (var tag in TagsOf(member))
        {
            person.AddFlag(PersonFields.List("mailchimp-tag-" + tag), true);
        }

        return person;
    }

    private static IEnumerable<string> TagsOf(JObject member) => (member["tags"] as JArray ?? [])
        .Select(t => MailchimpJson.Text(t, "name"))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
