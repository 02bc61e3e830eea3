using System.Globalization;
using IntegrationHub.Sdk;

namespace IntegrationHub.Sync.Receiving;

/// <summary>What a sender is told.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Body">The body, empty for none.</param>
/// <param name="ContentType">The media type of the body.</param>
public sealed record ReceivedAnswer(int StatusCode, string Body, string ContentType)
{
    private const string PlainText = "text/plain";

    /// <summary>Gets how long to wait before trying again, for 429 and 503.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets <see cref="RetryAfter"/> as the header's whole seconds, at least one.</summary>
    public string? RetryAfterSeconds => RetryAfter is { } wait
        ? Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture)
        : null;

    internal static ReceivedAnswer Of(ReceivedResult result) => new(result.StatusCode, result.Body, result.ContentType);

    internal static ReceivedAnswer TooBusy() =>
        new(429, "Too many requests are under way for this source.", PlainText) { RetryAfter = ReceivingLimits.RetryAfter };

    internal static ReceivedAnswer NotNow(TimeSpan? retryAfter = null) =>
        new(503, "The request was not stored; send it again later.", PlainText) { RetryAfter = retryAfter ?? ReceivingLimits.RetryAfter };

    internal static ReceivedAnswer Unreadable(string reason) => new(400, reason, PlainText);

    internal static ReceivedAnswer Failed() => new(500, "The connector failed over the request; the hub's log names why.", PlainText);
}
