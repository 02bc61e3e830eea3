using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sdk.Testing;

/// <summary>A log that keeps every line, so that a test can look for what must not be there. Thread-safe.</summary>
public sealed class LogCollector : ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Gets the lines so far: level, message and, when there is one, the whole exception.</summary>
    public IReadOnlyList<string> Lines => _lines.ToArray();

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());
    }
}
