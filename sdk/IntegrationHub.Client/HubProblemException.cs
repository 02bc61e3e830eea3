using System.Globalization;

namespace IntegrationHub.Client;

/// <summary>The hub answered that it will not, or something that is none of its answers.</summary>
public sealed class HubProblemException : Exception
{
    /// <summary>The <see cref="Type"/> of an answer without problem details, such as a proxy's.</summary>
    public const string UnknownType = "about:blank";

    internal HubProblemException(int status, string type, string? detail, string? requestId, Exception? innerException = null)
        : base(Describe(status, type, detail, requestId), innerException)
    {
        Status = status;
        Type = type;
        Detail = detail;
        RequestId = requestId;
    }

    /// <summary>Gets the HTTP status.</summary>
    public int Status { get; }

    /// <summary>Gets the stable name of the problem: <c>urn:integrationhub:problem:not-found</c>, <c>...:no-key</c>,
    /// <c>...:scope-missing</c>, <c>...:bad-request</c> and so on; <see cref="UnknownType"/> when the answer names none.</summary>
    public string Type { get; }

    /// <summary>Gets a sentence for people; not stable.</summary>
    public string? Detail { get; }

    /// <summary>Gets the number under which the hub's log has the request.</summary>
    public string? RequestId { get; }

    private static string Describe(int status, string type, string? detail, string? requestId) => string.Create(
        CultureInfo.InvariantCulture, $"The hub answered {status} ({type}): {detail ?? "no detail."}{(requestId is null ? string.Empty : $" Request {requestId}.")}");
}
