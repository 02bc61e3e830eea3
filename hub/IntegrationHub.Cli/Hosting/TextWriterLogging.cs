using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Cli.Hosting;

/// <summary>Sends the log to a text writer.</summary>
internal static class TextWriterLogging
{
    public static ILoggingBuilder AddTextWriter(this ILoggingBuilder logging, TextWriter writer, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.Services.AddSingleton<ILoggerProvider>(new Provider(writer));
        return logging;
    }

    private sealed class Provider(TextWriter writer) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new LineLogger(writer, categoryName);

        public void Dispose()
        {
            // The writer is not ours.
        }
    }

    private sealed class LineLogger(TextWriter writer, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category}[{eventId.Id}] {formatter(state, exception)}";
            lock (writer)
            {
                writer.WriteLine(exception is null ? line : $"{line} ({exception.GetType().Name})");
            }
        }
    }
}
