using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Receives web and app events as the clients of Segment, RudderStack, Jitsu, PostHog and Matomo send them.</summary>
[Connector(
    "web-events", Title = "Web events",
    Summary = "Visitors, visits, events and orders as the clients of Segment, RudderStack, PostHog and Matomo send them.")]
public sealed class EventsConnector : ReceiverConnector<EventsSettings>
{
    private const string PlainText = "text/plain";

    // Segment's browser script tells of its own health here; it needs a yes and nothing else.
    private const string Measurements = "m";

    /// <inheritdoc/>
    protected override ValueTask<ReceivedResult> ReceiveCoreAsync(
        EventsSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);

        try
        {
            return ValueTask.FromResult(Receive(settings, request));
        }
        catch (RefusedException e)
        {
            return ValueTask.FromResult(new ReceivedResult(e.StatusCode, e.Message, []) { ContentType = PlainText });
        }
    }

    private static ReceivedResult Receive(EventsSettings settings, ReceivedRequest request)
    {
        var path = request.Path.Trim('/');
        var word = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        return word switch
        {
            "matomo.php" or "piwik.php" when request.Method is "GET" or "POST" => ReceiveMatomo(settings, request),
            _ when request.Method != "POST" => throw RefusedException.NotHere(),
            "e" or "capture" => ReceivePostHog(settings, request),
            _ when string.Equals(path, "batch", StringComparison.OrdinalIgnoreCase) => ReceivePostHog(settings, request),
            Measurements => ReceivedResult.Accepted([]),
            _ when SegmentReader.IsBatch(word) || SegmentReader.KindOf(word) is not null => ReceiveSegment(settings, request, word),
            _ => throw RefusedException.NotHere(),
        };
    }

    private static ReceivedResult ReceiveSegment(EventsSettings settings, ReceivedRequest request, string word)
    {
        var keys = new KeyCheck(settings);
        var isAllowed = keys.InHeaders(request);
        if (isAllowed == false)
        {
            throw RefusedException.NoKey();
        }

        // Segment answers 400 to what is too large, and its clients take that for final.
        var bytes = RequestBody.Open(request, RefusedException.Bad);
        var body = EventJson.Parse(bytes) as JObject ?? throw RefusedException.Bad("The body is no JSON object.");
        if (isAllowed is null && !keys.IsKey(EventJson.Text(body["writeKey"]) ?? request.Query.GetValueOrDefault("writeKey")))
        {
            throw RefusedException.NoKey();
        }

        var reader = new SegmentReader(request.ReceivedAt, bytes.Length);
        var batch = SegmentReader.KindOf(word) is { } kind ? reader.ReadOne(body, kind) : reader.ReadBatch(body);
        return ReceivedResult.Accepted(Map(settings, batch));
    }

    private static ReceivedResult ReceivePostHog(EventsSettings settings, ReceivedRequest request)
    {
        var body = EventJson.Parse(FormBody.Open(RequestBody.Open(request, RefusedException.TooLarge)));
        if (!new KeyCheck(settings).IsKey(PostHogReader.KeyOf(body)))
        {
            throw RefusedException.NoKey();
        }

        return new ReceivedResult(200, """{"status":1}""", Map(settings, new PostHogReader(request.ReceivedAt).Read(body)));
    }

    private static ReceivedResult ReceiveMatomo(EventsSettings settings, ReceivedRequest request)
    {
        var (calls, token, isBulk) = MatomoCalls.Of(request, RequestBody.Open(request, RefusedException.TooLarge));
        var isKnown = new KeyCheck(settings).IsKey(token);
        if (!isKnown && calls.Any(c => !settings.OpenMatomoSites.Contains(c["idsite"], StringComparer.Ordinal)))
        {
            throw RefusedException.NoKey();
        }

        var batch = new EventBatch(isSingle: !isBulk);
        var reader = new MatomoReader(request.ReceivedAt);
        var tracked = calls.Where((call, place) => reader.Read(call, place, batch)).Count();
        var messages = Map(settings, batch);
        return isBulk
            ? new ReceivedResult(200, $$"""{"status":"success","tracked":{{tracked}},"invalid":{{calls.Count - tracked}}}""", messages)
            : new ReceivedResult(204, string.Empty, messages);
    }

    private static List<Message> Map(EventsSettings settings, EventBatch batch)
    {
        var mapper = new EventMapper(settings);
        return [.. batch.Events.SelectMany(mapper.Map), .. batch.Rejected];
    }
}
