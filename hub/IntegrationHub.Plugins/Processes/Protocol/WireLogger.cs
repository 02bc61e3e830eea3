using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>Takes a connector's log lines in the child and sends them to the hub, so many per call and so long each.</summary>
internal sealed class WireLogger(WireOutput output) : ILogger
{
    private const int LinesMax = 10_000;
    private const int CharsMax = 4_000;

    private int _lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && _lines < LinesMax;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = Interlocked.Increment(ref _lines);
        if (line > LinesMax || logLevel == LogLevel.None)
        {
            return;
        }

        var text = line == LinesMax ? $"More than {LinesMax} log lines in one call; the rest is dropped." : formatter(state, exception);
        if (exception is not null)
        {
            text += $" ({exception.GetType().Name}: {exception.Message})";
        }

        output.Write(Wire.Log, new JArray((int)logLevel, text.Length > CharsMax ? text[..CharsMax] + "…" : text));
    }
}
