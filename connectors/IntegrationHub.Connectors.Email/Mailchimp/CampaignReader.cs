using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Reads the stream <c>campaigns</c>: what each recipient did with each campaign, the oldest campaign first.</summary>
internal sealed class CampaignReader(MailchimpApi api, MailchimpSettings settings)
{
    internal async IAsyncEnumerable<Message> ReadAsync(
        StreamRequest request, IReadOnlyList<Audience> audiences, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new CampaignProgress(request);
        var ids = audiences.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var since = settings.Since > progress.ClosedThrough || progress.ClosedThrough is null ? settings.Since : progress.ClosedThrough;
        var seen = new RecentKeys(2 * settings.PageSize);
        await foreach (var campaign in api.CampaignsAsync(since, cancellationToken).ConfigureAwait(false))
        {
            var isChosen = settings.Audiences.Count == 0 || (campaign.AudienceId is { } audience && ids.Contains(audience));
            if (!isChosen || progress.IsDone(campaign) || !seen.IsNew(campaign.Id))
            {
                continue;
            }

            var windowEnd = campaign.SentAt.AddDays(settings.EngagementDays);
            var mapping = new CampaignMapping(campaign, windowEnd, isOver: windowEnd <= now);
            await foreach (var message in ReportAsync(mapping, campaign, progress, cancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }

            if (windowEnd <= now)
            {
                progress.Close(campaign);
            }
        }

        yield return new Checkpoint(request.Stream, progress.Finished(), progress.ClosedThrough);
        yield return new StreamCompleted(request.Stream);
    }

    private async IAsyncEnumerable<Message> ReportAsync(
        CampaignMapping mapping, Campaign campaign, CampaignProgress progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Who did something must be known again, from the first page on, before it can be told who did nothing.
        var (first, offset) = progress.PlaceIn(campaign);
        if (mapping.IsOver && ReportPart.All[first] == ReportPart.Activity)
        {
            offset = 0;
        }

        for (var part = 0; part < ReportPart.All.Count; part++)
        {
            var isAgain = part < first;
            if (isAgain && !(mapping.IsOver && ReportPart.All[part] == ReportPart.Activity && ReportPart.All[first] == ReportPart.Recipients))
            {
                continue;
            }

            var recent = new RecentKeys(2 * settings.PageSize);
            var pages = api.ReportAsync(campaign, ReportPart.All[part], part == first ? offset : 0, cancellationToken);
            await foreach (var (records, next) in pages.ConfigureAwait(false))
            {
                foreach (var message in Map(mapping, ReportPart.All[part], records, recent))
                {
                    if (!isAgain)
                    {
                        yield return message;
                    }
                }

                if (!isAgain)
                {
                    yield return new Checkpoint(MailchimpStreams.Campaigns, progress.At(campaign, part, next));
                }
            }
        }
    }

    private static IEnumerable<Message> Map(CampaignMapping mapping, ReportPart part, JArray records, RecentKeys recent)
    {
        foreach (var record in records)
        {
            if (MailchimpJson.Text(record, "email_id") is not { } member)
            {
                yield return CampaignMapping.Refused(record);
                continue;
            }

            foreach (var message in recent.IsNew(member) ? mapping.Map(part, member, (JObject)record) : [])
            {
                yield return message;
            }
        }
    }
}
