using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync;

/// <summary>Everything this project logs. No customer's value, no secret, at any level.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "Run {RunId} of source {Source} started; streams: {Streams}")]
    internal static partial void RunStarted(this ILogger logger, long runId, string source, string streams);

    [LoggerMessage(2002, LogLevel.Information, "Run {RunId} of source {Source} ended: {Status}, {Read} read in {Elapsed}")]
    internal static partial void RunEnded(this ILogger logger, long runId, string source, string status, long read, TimeSpan elapsed);

    [LoggerMessage(2003, LogLevel.Warning, "Run {RunId}: stream {Stream} failed ({Kind}): {Reason}")]
    internal static partial void StreamFailed(this ILogger logger, long runId, string stream, string kind, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "Lease of source {Source} was held by {Owner}, which is gone or done with it; it is released")]
    internal static partial void StaleLease(this ILogger logger, string source, string owner);

    [LoggerMessage(2005, LogLevel.Debug, "A connector threw an exception of type {Type}:\n{Stack}")]
    internal static partial void ConnectorThrew(this ILogger logger, string type, string? stack);

    [LoggerMessage(2006, LogLevel.Warning, "Scheduled sync of source {Source} is passed over: {Reason}")]
    internal static partial void ScheduleSkipped(this ILogger logger, string source, string reason);

    [LoggerMessage(2007, LogLevel.Error, "Run {RunId} of source {Source}: how it ended could not be stored: {Reason}")]
    internal static partial void VerdictNotStored(this ILogger logger, long runId, string source, string reason);

    [LoggerMessage(2008, LogLevel.Warning, "Lease of source {Source} could not be given back; the next run of this process takes it, every other one after a minute: {Reason}")]
    internal static partial void LeaseNotReleased(this ILogger logger, string source, string reason);

    [LoggerMessage(2101, LogLevel.Information, "Resolver loaded {Records} records, {Pending} of them pending, in {Elapsed}")]
    internal static partial void ResolverLoaded(this ILogger logger, int records, int pending, TimeSpan elapsed);

    [LoggerMessage(2102, LogLevel.Information, "Resolved {Records} records into {Customers} customers in {Elapsed}, {Matching} of it matching {Pairs} candidate pairs; {Changes} changes")]
    internal static partial void Resolved(
        this ILogger logger, int records, int customers, TimeSpan elapsed, TimeSpan matching, long pairs, int changes);

    [LoggerMessage(2103, LogLevel.Information, "Model of epoch {Epoch} is in use: {Before} customers before, {After} after; {Changes} changes")]
    internal static partial void EpochSwitched(this ILogger logger, int epoch, int before, int after, int changes);

    [LoggerMessage(2201, LogLevel.Warning, "Source {Source} could not take a request ({Kind}): {Reason}")]
    internal static partial void ReceiveFailed(this ILogger logger, string source, string kind, string reason);

    [LoggerMessage(2202, LogLevel.Error, "Source {Source} could not store what it received ({Type}): {Reason}. The senders are told to try again")]
    internal static partial void ReceiveNotStored(this ILogger logger, string source, string type, string reason, Exception exception);

    [LoggerMessage(2203, LogLevel.Information, "Receiver of source {Source} is opened anew, version {Version}")]
    internal static partial void ReceiverReopened(this ILogger logger, string source, string version);

    [LoggerMessage(2204, LogLevel.Warning, "Receiver of source {Source} goes on as it is, since looking after it failed ({Type}): {Reason}")]
    internal static partial void ReceiverNotRefreshed(this ILogger logger, string source, string type, string reason, Exception exception);

    [LoggerMessage(2205, LogLevel.Error, "Customers could not be resolved after receiving; it is tried again")]
    internal static partial void SettlingFailed(this ILogger logger, Exception exception);
}
