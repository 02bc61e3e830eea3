using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Which campaigns are read for good, and the place within one. A campaign is read again in every run until its window is over.</summary>
internal sealed class CampaignProgress
{
    private const int SameTimeMax = 1000;

    private readonly List<string> _closed = [];
    private readonly string? _campaign;
    private readonly DateTimeOffset? _sentAt;
    private readonly int _part;
    private readonly long _offset;

    internal CampaignProgress(StreamRequest request)
    {
        // An admin who sets the cursor back wants campaigns read again.
        var closed = MailchimpJson.Time(request.State, "closed");
        ClosedThrough = request.Since < closed ? request.Since : closed ?? request.Since;
        if (ClosedThrough == closed)
        {
            _closed.AddRange((request.State?["closedIds"] as JArray ?? []).Select(id => (string)id!));
        }

        if (request.State?["at"] is JObject at)
        {
            _campaign = (string?)at["campaign"];
            _sentAt = MailchimpJson.Time(at, "sentAt");
            _part = (int?)at["part"] ?? 0;
            _offset = (long?)at["offset"] ?? 0;
        }
    }

    /// <summary>Gets when the youngest campaign was sent that is read for good.</summary>
    internal DateTimeOffset? ClosedThrough { get; private set; }

    internal bool IsDone(Campaign campaign) =>
        campaign.SentAt < _sentAt || (campaign.SentAt == ClosedThrough && _closed.Contains(campaign.Id, StringComparer.Ordinal));

    /// <summary>Says where to go on in a campaign.</summary>
    internal (int Part, long Offset) PlaceIn(Campaign campaign) =>
        string.Equals(campaign.Id, _campaign, StringComparison.Ordinal) ? (_part, _offset) : (0, 0);

    internal JObject At(Campaign campaign, int part, long offset)
    {
        var state = Finished();
        state["at"] = new JObject
        {
            ["campaign"] = campaign.Id,
            ["sentAt"] = MailchimpJson.Write(campaign.SentAt),
            ["part"] = part,
            ["offset"] = offset,
        };
        return state;
    }

    /// <summary>Takes a campaign for read. They come by the time of sending, so all before it are closed too.</summary>
    internal void Close(Campaign campaign)
    {
        if (campaign.SentAt != ClosedThrough)
        {
            _closed.Clear();
        }

        ClosedThrough = campaign.SentAt;
        if (_closed.Count < SameTimeMax)
        {
            _closed.Add(campaign.Id);
        }
    }

    internal JObject Finished() => new() { ["closed"] = MailchimpJson.WriteOrNull(ClosedThrough), ["closedIds"] = new JArray(_closed) };
}
