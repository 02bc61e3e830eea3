using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Asks Mailchimp's Marketing API, one request at a time.</summary>
internal sealed class MailchimpApi(MailchimpSettings settings, ConnectorContext context) : IDisposable
{
    private const int ListPageSize = 1000;

    // Network addresses are never asked for; links are three fifths of an answer.
    private const string MembersLeftOut = "_links,members._links,members.ip_signup,members.ip_opt,members.last_note,members.location.latitude,members.location.longitude";

    private readonly HubHttpClient _client = new(
        new HubHttpOptions
        {
            BaseAddress = DataCentre.AddressFor(settings),
            AddressSetting = "baseUrl",
            SecretSetting = "apiKey",
            Credential = HttpCredential.Basic("hub", settings.ApiKey),
            RateBudget = new RateBudget(settings.ApiKey.Reveal(), settings.RequestsPerSecond, Burst: 10),
            MapFailure = MailchimpFailures.Of,
        },
        context);

    /// <summary>Lists the audiences of the account, by id.</summary>
    internal async Task<IReadOnlyList<Audience>> AudiencesAsync(CancellationToken cancellationToken)
    {
        var audiences = new List<Audience>();
        var pages = ListAsync("lists", "lists", r => r.With("fields", "lists.id,lists.name,lists.stats.member_count,total_items"), ListPageSize, 0, cancellationToken);
        await foreach (var (lists, _) in pages.ConfigureAwait(false))
        {
            audiences.AddRange(lists
                .Where(l => MailchimpJson.Text(l, "id") is not null)
                .Select(l => new Audience(
                    MailchimpJson.Text(l, "id")!,
                    MailchimpJson.Text(l, "name") ?? MailchimpJson.Text(l, "id")!,
                    (long)(MailchimpJson.Number(l["stats"]?["member_count"]) ?? 0))));
        }

        return [.. audiences.DistinctBy(a => a.Id, StringComparer.Ordinal).OrderBy(a => a.Id, StringComparer.Ordinal)];
    }

    /// <summary>Lists the merge fields of an audience.</summary>
    internal async Task<JArray> MergeFieldsAsync(string audience, CancellationToken cancellationToken)
    {
        var fields = new JArray();
        var path = $"lists/{Uri.EscapeDataString(audience)}/merge-fields";
        await foreach (var (page, _) in ListAsync(path, "merge_fields", r => r.With("exclude_fields", "_links,merge_fields._links"), ListPageSize, 0, cancellationToken).ConfigureAwait(false))
        {
            fields.Merge(page);
        }

        return fields;
    }

    /// <summary>Reads the members of an audience, the oldest change first, with the place that follows each page.</summary>
    internal async IAsyncEnumerable<(JArray Members, MemberMark? Next)> MembersAsync(
        string audience, bool archived, MemberMark start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pager = new MemberPager(settings.PageSize, start);
        var options = new PagingOptions { Records = page => page["members"] as JArray };
        var path = $"lists/{Uri.EscapeDataString(audience)}/members";
        var pages = Paging.ByCursorAsync(_client, _ => Request(pager.Mark!), pager.Follow, options, null, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            yield return (RecordsOf(page, "members"), pager.Mark);
        }

        HubHttpRequest Request(MemberMark at) => HubHttpRequest.Get(path)
            .With("count", Text(settings.PageSize))
            .With("offset", Text(at.Offset))
            .With("sort_field", "last_changed")
            .With("sort_dir", "ASC")
            .With("status", archived ? "archived" : null)

            // Mailchimp compares with "later than", and its times are whole seconds.
            .With("since_last_changed", at.From is { } from ? MailchimpJson.Write(from.AddMilliseconds(-1)) : null)
            .With("exclude_fields", MembersLeftOut);
    }

    /// <summary>Reads the campaigns sent then or later, the oldest first.</summary>
    internal async IAsyncEnumerable<Campaign> CampaignsAsync(DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = ListAsync("campaigns", "campaigns", Ask, settings.PageSize, 0, cancellationToken);
        await foreach (var (page, _) in pages.ConfigureAwait(false))
        {
            foreach (var json in page)
            {
                if (MailchimpJson.Text(json, "id") is { } id && MailchimpJson.Time(json, "send_time") is { } sentAt)
                {
                    var title = MailchimpJson.Text(json["settings"], "subject_line") ?? MailchimpJson.Text(json["settings"], "title");
                    yield return new Campaign(id, MailchimpJson.Text(json["recipients"], "list_id"), title, sentAt);
                }
            }
        }

        void Ask(HubHttpRequest request) => request
            .With("status", "sent")
            .With("sort_field", "send_time")
            .With("sort_dir", "ASC")
            .With("since_send_time", since is { } from ? MailchimpJson.Write(from.AddMilliseconds(-1)) : null)
            .With("fields", "campaigns.id,campaigns.send_time,campaigns.recipients.list_id,campaigns.settings.subject_line,campaigns.settings.title,total_items");
    }

    /// <summary>Reads a part of a campaign's report, with the offset that follows each page.</summary>
    internal IAsyncEnumerable<(JArray Records, long NextOffset)> ReportAsync(
        Campaign campaign, ReportPart part, long offset, CancellationToken cancellationToken) =>
        ListAsync($"reports/{Uri.EscapeDataString(campaign.Id)}/{part.Path}", part.Records, r => r.With("exclude_fields", part.LeftOut), settings.PageSize, offset, cancellationToken);

    public void Dispose() => _client.Dispose();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static JArray RecordsOf(HttpAnswer page, string name) => page.Body[name] as JArray
        ?? throw ConnectorException.Defect($"{page.Operation} answered without '{name}'; expected a list.");

    // Pages overlap, because what is deleted while a list is read moves up all that is behind it.
    private async IAsyncEnumerable<(JArray Records, long NextOffset)> ListAsync(
        string path, string name, Action<HubHttpRequest> ask, int limit, long start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var overlap = Math.Max(1, limit / 10);
        var next = start;
        var options = new PagingOptions { Records = page => page[name] as JArray };
        var pages = Paging.ByOffsetAsync(_client, Request, limit, options, overlap, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            next += limit - overlap;
            yield return (RecordsOf(page, name), next);
        }

        HubHttpRequest Request(long offset)
        {
            var request = HubHttpRequest.Get(path).With("count", Text(limit)).With("offset", Text(start + offset));
            ask(request);
            return request;
        }
    }
}
