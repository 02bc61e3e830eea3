using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins;

/// <summary>Takes a connector's log lines and passes them on without its secrets. Exceptions are passed on as words, since their texts
/// cannot be changed.</summary>
internal sealed class MaskingLogger(ILogger inner, SecretMask mask) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            var text = formatter(state, exception);
            Write(logLevel, exception is null ? text : $"{text} ({exception.GetType().Name}: {exception.Message})");
        }
    }

    private void Write(LogLevel level, string text)
    {
        var clean = mask.Clean(text);
        Plugins.Log.ConnectorSaid(inner, level, clean);
    }
}
