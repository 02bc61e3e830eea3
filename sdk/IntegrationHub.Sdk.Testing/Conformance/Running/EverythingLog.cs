using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>A log that keeps all a sink could write: lines, the values behind them, scopes and whole exceptions. Thread-safe.</summary>
internal sealed class EverythingLog : ILogger
{
    private readonly ConcurrentQueue<string> _texts = new();

    internal IReadOnlyList<string> Texts => [.. _texts];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _texts.Enqueue($"{formatter(state, exception)} {exception}");
        Keep(state);
    }

    private void Keep<TState>(TState state)
    {
        _texts.Enqueue(state?.ToString() ?? string.Empty);
        if (state is IEnumerable values and not string)
        {
            foreach (var value in values)
            {
                _texts.Enqueue(value?.ToString() ?? string.Empty);
            }
        }
    }
}
