using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Makes interactions of a campaign's report, one a recipient and kind; opening twice is one interaction that counts two.</summary>
internal sealed class CampaignMapping(Campaign campaign, DateTimeOffset windowEnd, bool isOver)
{
    private const int ProofCharsMax = 300;

    private readonly Reacted _reacted = new();

    /// <summary>Gets a value indicating whether the window is over in which opens and clicks count.</summary>
    internal bool IsOver => isOver;

    internal static RejectedRecord Refused(JToken record) => new(
        MailchimpStreams.Campaigns, "A line of a campaign's report has no email_id or no time; expected both.", record.ToString(Formatting.None));

    internal IEnumerable<Message> Map(ReportPart part, string member, JObject record)
    {
        if (part == ReportPart.Activity)
        {
            return Activity(member, record);
        }

        if (part == ReportPart.Recipients)
        {
            return Recipient(member, record);
        }

        return part == ReportPart.Unsubscribed
            ? Choice(member, record, "unsubscribed", MailchimpJson.Time(record, "timestamp"), MailchimpJson.Text(record, "reason"))
            : Choice(member, record, "complained", MailchimpJson.Time(record, "date"), null);
    }

    private IEnumerable<Message> Activity(string member, JObject record)
    {
        var groups = (record["activity"] as JArray ?? []).OfType<JObject>()
            .GroupBy(a => MailchimpJson.Text(a, "action"), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var times = group.Select(a => MailchimpJson.Time(a, "timestamp")).OfType<DateTimeOffset>().ToList();
            if (times.Count == 0)
            {
                yield return Refused(record);
                continue;
            }

            // Who never got it is not one who did not open it.
            if (group.Key == "bounce" || (group.Key is "open" or "click" && times.Min() <= windowEnd))
            {
                _reacted.Add(member);
            }

            if (ActivityRecord(member, record, group.Key, [.. group], times) is { } interaction)
            {
                yield return interaction;
            }
        }
    }

    private InteractionRecord? ActivityRecord(string member, JObject record, string? action, IReadOnlyList<JObject> acts, List<DateTimeOffset> times)
    {
        var kind = action switch { "open" => "opened", "click" => "clicked", "bounce" => "bounced", _ => null };
        if (kind is null)
        {
            return null; // Mailchimp may count new things one day; they are none of these.
        }

        var interaction = New(member, record, kind, times.Min(), kind == "bounced" ? null : "in");
        if (kind == "bounced")
        {
            interaction.Details["type"] = MailchimpJson.Text(acts[0], "type");
            return interaction;
        }

        interaction.Details["count"] = times.Count;
        interaction.Details["last"] = MailchimpJson.Write(times.Max());
        if (kind == "clicked")
        {
            interaction.Details["links"] = Links.Of(acts);
        }

        return interaction;
    }

    private IEnumerable<Message> Recipient(string member, JObject record)
    {
        var status = MailchimpJson.Text(record, "status");
        var sent = New(member, record, "sent", campaign.SentAt, "out");
        if (status is not null and not "sent")
        {
            sent.Details["bounce"] = status;
        }

        yield return sent;
        if (isOver && status is null or "sent" && !_reacted.Holds(member) && !HasOpened(record))
        {
            yield return New(member, record, "not-opened", windowEnd, null);
        }
    }

    // Mailchimp forgets single opens before it forgets their number.
    private bool HasOpened(JObject record) => MailchimpJson.Number(record["open_count"]) > 0
        && (MailchimpJson.Time(record, "last_open") is not { } last || last <= windowEnd);

    private IEnumerable<Message> Choice(string member, JObject record, string kind, DateTimeOffset? time, string? reason)
    {
        if (time is not { } at)
        {
            yield return Refused(record);
            yield break;
        }

        var interaction = New(member, record, kind, at, "in");
        if (reason is not null)
        {
            interaction.Details["reason"] = reason;
        }

        yield return interaction;

        var proof = $"Mailchimp campaign {campaign.Title ?? campaign.Id}: {kind}{(reason is null ? string.Empty : $", reason: {reason}")}.";
        yield return new ConsentRecord(MailchimpStreams.Campaigns, interaction.PersonKey!, "email", "marketing", ConsentStatus.Withdrawn, at)
        {
            PersonStream = MemberMapping.Stream,
            Proof = proof.Length > ProofCharsMax ? proof[..ProofCharsMax] : proof,
        };
    }

    private InteractionRecord New(string member, JObject record, string kind, DateTimeOffset at, string? direction) =>
        new(MailchimpStreams.Campaigns, $"{campaign.Id}:{member}:{kind}", "campaign-" + kind, at)
        {
            PersonStream = MemberMapping.Stream,
            PersonKey = MemberMapping.KeyOf(MailchimpJson.Text(record, "list_id") ?? campaign.AudienceId ?? string.Empty, member),
            Title = campaign.Title,
            Channel = "email",
            Direction = direction,
            Details = { ["campaign"] = campaign.Id },
        };
}
