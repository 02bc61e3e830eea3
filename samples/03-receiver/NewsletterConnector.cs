using System.Globalization;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Receiver;

/// <summary>Takes the events that a newsletter service pushes: who subscribed, who left.</summary>
[Connector("sample-newsletter", Title = "Newsletter", Summary = "Subscriptions that a newsletter service pushes.")]
public sealed class NewsletterConnector : ReceiverConnector<NewsletterSettings>
{
    // <receive>
    /// <inheritdoc/>
    protected override ValueTask<ReceivedResult> ReceiveCoreAsync(
        NewsletterSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        if (request is not { Method: "POST", Path: "/events" })
        {
            return ValueTask.FromResult(new ReceivedResult(404, "Expected POST /events.", []) { ContentType = "text/plain" });
        }

        if (!Signature.IsGood(request, settings))
        {
            return ValueTask.FromResult(new ReceivedResult(401, "The signature is missing, wrong or too old.", []) { ContentType = "text/plain" });
        }

        if (Parse(request.Body) is not { } events)
        {
            return ValueTask.FromResult(ReceivedResult.Refused("Expected a JSON array of events."));
        }

        // The hub stores all of it and answers then. A sender that hears nothing sends again: the same keys, so no harm.
        return ValueTask.FromResult(ReceivedResult.Accepted([.. events.OfType<JObject>().SelectMany(Map)]));
    }

    // </receive>
    // <map>
    private static IEnumerable<Message> Map(JObject item)
    {
        var isSubscribed = (string?)item["type"] == "subscribed";
        if ((string?)item["subscriber"] is not { Length: > 0 } key
            || (!isSubscribed && (string?)item["type"] != "unsubscribed")
            || !DateTimeOffset.TryParse((string?)item["at"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            yield return new RejectedRecord("subscribers", "The event lacks a subscriber, a known type or a time.", item.ToString(Formatting.None));
            yield break;
        }

        // The event's own time, not that of its arrival: the same event sent again must say the same.
        yield return new PersonRecord("subscribers", key) { UpdatedAt = at }.Add(PersonFields.Email, (string?)item["email"]);
        yield return new ConsentRecord(
            "subscribers", key, "email", "newsletter", isSubscribed ? ConsentStatus.Granted : ConsentStatus.Withdrawn, at);
    }

    // </map>
    private static JArray? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body.Span))) { DateParseHandling = DateParseHandling.None };
            return JArray.Load(reader);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }
}
