using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sdk.Http;

/// <summary>The log messages of this assembly. Event ids are stable.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Reason} Trying again in {Delay}.")]
    internal static partial void Retrying(ILogger logger, string reason, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Debug, "Waiting {Delay} for the rate budget.")]
    internal static partial void WaitingForBudget(ILogger logger, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Information, "The access token of {Host} was renewed; valid until {ExpiresAt:O}; refresh token {Rotation}.")]
    internal static partial void Renewed(ILogger logger, string host, DateTimeOffset expiresAt, string rotation);

    [LoggerMessage(4, LogLevel.Warning, "The access token of {Host} could not be kept for later calls; they will ask for another. {Reason}")]
    internal static partial void AccessNotKept(ILogger logger, string host, string reason);

    [LoggerMessage(5, LogLevel.Warning, "A refresh token of {Host} was renewed and is not stored yet. {Reason}")]
    internal static partial void RotationNotStored(ILogger logger, string host, string reason);
}
