using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sdk.Http;

/// <summary>The log messages of this assembly. Event ids are stable.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Reason} Trying again in {Delay}.")]
    internal static partial void Retrying(ILogger logger, string reason, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Debug, "Waiting {Delay} for the rate budget.")]
    internal static partial void WaitingForBudget(ILogger logger, TimeSpan delay);
}
