using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>Writes a connector's log as messages of the Airbyte protocol, without secrets.</summary>
internal sealed class AirbyteLogger(AirbyteWriter writer, SafeText safe) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var level = logLevel switch
        {
            LogLevel.Critical => "FATAL",
            LogLevel.Error => "ERROR",
            LogLevel.Warning => "WARN",
            _ => "INFO",
        };
        var text = formatter(state, exception);
        writer.Log(level, safe.Of(exception is null ? text : $"{text} ({exception.GetType().Name})"));
    }
}
