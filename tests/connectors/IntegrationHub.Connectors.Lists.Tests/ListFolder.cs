using System.Text;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Tests;

/// <summary>A temporary folder with list files, and short ways to run the connector over it.</summary>
internal sealed class ListFolder : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    internal string Path { get; } = Directory.CreateTempSubdirectory("lists-").FullName;

    internal List<string> LogLines { get; } = [];

    internal IReadOnlyCollection<string>? PermittedHosts { get; set; }

    internal ListFolder With(string name, string text, Encoding? encoding = null) =>
        With(name, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    internal ListFolder With(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    internal async Task<List<Message>> ReadAsync(
        object settings, SyncMode mode = SyncMode.Full, JToken? state = null, int messagesMax = int.MaxValue)
    {
        var request = new ReadRequest([new StreamRequest("people", mode) { State = state }], Now);
        var messages = new List<Message>();
        var sequence = new ListFileConnector().ReadAsync(JObject.FromObject(settings), request, Context(), TestContext.Current.CancellationToken);
        await foreach (var message in sequence)
        {
            messages.Add(message);
            if (messages.Count >= messagesMax)
            {
                break;
            }
        }

        return messages;
    }

    internal async Task<List<PersonRecord>> PeopleAsync(object settings) => [.. (await ReadAsync(settings)).OfType<PersonRecord>()];

    internal Task<CheckResult> CheckAsync(object settings) =>
        new ListFileConnector().CheckAsync(JObject.FromObject(settings), Context(), TestContext.Current.CancellationToken);

    internal async Task<ConnectorException> FailureAsync(object settings)
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => CheckAsync(settings));
        Assert.Equal(FailureKind.Configuration, failure.Kind);
        Assert.False(string.IsNullOrWhiteSpace(failure.NextStep));
        return failure;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private ConnectorContext Context() => new()
    {
        SourceName = "crm",
        BaseDirectory = Path,
        Logger = new ListLogger(LogLines),
        Clock = new FixedClock(Now),
        PermittedHosts = PermittedHosts,
    };

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class ListLogger(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
