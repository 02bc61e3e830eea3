using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk;

/// <summary>What to store and what to answer.</summary>
/// <param name="StatusCode">The HTTP status, 200 to 599.</param>
/// <param name="Body">The body of the answer, UTF-8 text; empty for none.</param>
/// <param name="Messages">The records, empty for a refused request.</param>
public sealed record ReceivedResult(int StatusCode, string Body, IReadOnlyList<Message> Messages)
{
    /// <summary>Gets the media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Creates the answer to a good request.</summary>
    /// <param name="messages">The records to store.</param>
    /// <returns>Status 200 with <c>{"success":true}</c>.</returns>
    public static ReceivedResult Accepted(IReadOnlyList<Message> messages) => new(200, """{"success":true}""", messages);

    /// <summary>Creates the answer to a request that can never succeed as it is.</summary>
    /// <param name="reason">Why, without the sender's values.</param>
    /// <returns>Status 400 with the reason as plain text.</returns>
    public static ReceivedResult Refused(string reason) => new(400, reason, []) { ContentType = "text/plain" };
}
