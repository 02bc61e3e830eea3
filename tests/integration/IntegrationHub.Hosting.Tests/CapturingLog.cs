using System.Collections.Concurrent;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Receiving;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hosting.Tests;

internal sealed class CapturingLog : ILogger<SyncRunner>, ILogger<SourceReceivers>
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
}
