using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>A failed call, to JSON and back.</summary>
internal static class WireFailure
{
    private const string Cancelled = "cancelled";
    private const string OutOfMemory = "memory";
    private const string OwnException = "exception";

    public static JObject Of(Exception failure) => failure switch
    {
        ConnectorException e => new JObject
        {
            ["kind"] = e.Kind.ToString(),
            ["message"] = e.Message,
            ["nextStep"] = e.NextStep,
            ["setting"] = e.Setting,
            ["retryAfter"] = e.RetryAfter?.Ticks,
        },
        OperationCanceledException => new JObject { ["kind"] = Cancelled },
        OutOfMemoryException => new JObject { ["kind"] = OutOfMemory },

        // The text of any other exception may hold anything, a customer's value too; its type must do.
        _ => new JObject { ["kind"] = OwnException, ["message"] = failure.GetType().Name },
    };

    /// <summary>Makes the exception that the caller is to see.</summary>
    /// <param name="json">What <see cref="Of"/> wrote.</param>
    /// <param name="memoryBytesMax">What the child may use.</param>
    public static Exception ExceptionOf(JObject json, long memoryBytesMax)
    {
        var message = (string?)json["message"] ?? string.Empty;
        var nextStep = (string?)json["nextStep"];
        return (string?)json["kind"] switch
        {
            nameof(FailureKind.Configuration) => ConnectorException.Configuration((string?)json["setting"], message, nextStep),
            nameof(FailureKind.Transient) => ConnectorException.Transient(
                message, (long?)json["retryAfter"] is { } ticks ? TimeSpan.FromTicks(ticks) : null),
            nameof(FailureKind.Record) => ConnectorException.Record(message),
            nameof(FailureKind.Defect) => ConnectorException.Defect(message),
            Cancelled => new OperationCanceledException(),
            OutOfMemory => ConnectorException.Defect($"The connector needs more memory than the {memoryBytesMax >> 20} MiB that its process may use."),
            _ => ConnectorException.Defect($"The connector failed with {message}."),
        };
    }
}
