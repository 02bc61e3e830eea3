using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Makes consents of a member's status. Pending (was asked, has not answered), transactional (bought, was not asked) and
/// cleaned (does not get any) are no choices of the person.</summary>
internal static class MemberConsents
{
    private const int PurposeCharsMax = 60;
    private const int ReasonCharsMax = 200;

    internal static IEnumerable<ConsentRecord> Of(JObject member, string key, Audience audience)
    {
        var changed = MailchimpJson.Time(member, "last_changed");
        var optedIn = MailchimpJson.Time(member, "timestamp_opt") ?? MailchimpJson.Time(member, "timestamp_signup");
        switch (MailchimpJson.Text(member, "status"))
        {
            case MemberStatus.Subscribed when (optedIn ?? changed) is { } at:
                yield return Email(key, ConsentStatus.Granted, at, $"Subscribed to the Mailchimp audience {audience.Name}{SourceOf(member)}.");
                break;
            case MemberStatus.Unsubscribed when changed is { } at:
                if (optedIn < at)
                {
                    yield return Email(key, ConsentStatus.Granted, optedIn.Value, $"Subscribed to the Mailchimp audience {audience.Name}{SourceOf(member)}.");
                }

                yield return Email(key, ConsentStatus.Withdrawn, at, $"Unsubscribed from the Mailchimp audience {audience.Name}{ReasonOf(member)}.");
                break;
        }

        foreach (var consent in Permissions(member, key, changed).Concat(Sms(member, key, changed)))
        {
            yield return consent;
        }
    }

    // The texts of the audience's own form; what is not ticked was not given.
    private static IEnumerable<ConsentRecord> Permissions(JObject member, string key, DateTimeOffset? changed)
    {
        foreach (var permission in (member["marketing_permissions"] as JArray ?? []).OfType<JObject>())
        {
            if (MailchimpJson.Text(permission, "text") is { } text && permission["enabled"] is JValue { Value: bool enabled } && changed is { } at)
            {
                var purpose = string.Concat("permission ", text.Where(c => !char.IsControl(c)));
                yield return new ConsentRecord(
                    MemberMapping.Stream, key, "email", purpose.Length > PurposeCharsMax ? purpose[..PurposeCharsMax] : purpose,
                    enabled ? ConsentStatus.Granted : ConsentStatus.Denied, at);
            }
        }
    }

    private static IEnumerable<ConsentRecord> Sms(JObject member, string key, DateTimeOffset? changed)
    {
        ConsentStatus? status = MailchimpJson.Text(member, "sms_subscription_status") switch
        {
            MemberStatus.Subscribed => ConsentStatus.Granted,
            MemberStatus.Unsubscribed => ConsentStatus.Withdrawn,
            _ => null,
        };
        if (status is { } chosen && (MailchimpJson.Time(member, "sms_subscription_last_updated") ?? changed) is { } at)
        {
            yield return new ConsentRecord(MemberMapping.Stream, key, "sms", "marketing", chosen, at);
        }
    }

    private static ConsentRecord Email(string key, ConsentStatus status, DateTimeOffset at, string proof) =>
        new(MemberMapping.Stream, key, "email", "marketing", status, at) { Proof = proof };

    private static string SourceOf(JObject member) => MailchimpJson.Text(member, "source") is { } source ? $", source: {source}" : string.Empty;

    private static string ReasonOf(JObject member) => MailchimpJson.Text(member, "unsubscribe_reason") is { } reason
        ? $", reason: {(reason.Length > ReasonCharsMax ? reason[..ReasonCharsMax] : reason)}"
        : string.Empty;
}
