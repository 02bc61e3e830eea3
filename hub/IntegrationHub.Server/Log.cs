using Microsoft.Extensions.Logging;

namespace IntegrationHub.Server;

/// <summary>Everything this project logs. No customer's value, no secret, at any level.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Error, "Request {RequestId} failed")]
    internal static partial void RequestFailed(this ILogger logger, Exception exception, string requestId);

    [LoggerMessage(3002, LogLevel.Warning, "Source {Source} cannot receive: {Reason}")]
    internal static partial void ReceiverNotOpened(this ILogger logger, string source, string reason);
}
