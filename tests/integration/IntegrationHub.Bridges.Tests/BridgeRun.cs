using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>One read of a bridge to its end, good or bad.</summary>
/// <param name="Messages">What it gave.</param>
/// <param name="Failure">What it threw.</param>
internal sealed record BridgeRun(IReadOnlyList<Message> Messages, ConnectorException? Failure)
{
    public IEnumerable<PersonRecord> People => Messages.OfType<PersonRecord>();

    public IEnumerable<RejectedRecord> Rejections => Messages.OfType<RejectedRecord>();

    public IEnumerable<string> Completed => Messages.OfType<StreamCompleted>().Select(m => m.Stream);

    public static ConnectorContext Context(LogCollector? log = null, ICredentialStore? credentials = null) => new()
    {
        SourceName = "bridge",
        Logger = log ?? new LogCollector(),
        Credentials = credentials ?? new MemoryCredentialStore(),
        BaseDirectory = AppContext.BaseDirectory,
    };

    public static async Task<BridgeRun> ReadAsync(
        SourceConnector connector, JObject settings, ConnectorContext? context = null, SyncMode mode = SyncMode.Full, BridgeRun? after = null)
    {
        context ??= Context();
        var cancellationToken = TestContext.Current.CancellationToken;
        var streams = await connector.DiscoverAsync(settings, context, cancellationToken);
        var request = new ReadRequest([.. streams.Select(s => new StreamRequest(s.Name, mode) { State = after?.StateOf(s.Name) })], context.Clock.GetUtcNow());
        return await ReadAsync(connector, settings, request, context);
    }

    public static async Task<BridgeRun> ReadAsync(SourceConnector connector, JObject settings, ReadRequest request, ConnectorContext? context = null)
    {
        var messages = new List<Message>();
        try
        {
            await foreach (var message in connector.ReadAsync(settings, request, context ?? Context(), TestContext.Current.CancellationToken))
            {
                messages.Add(message);
            }
        }
        catch (ConnectorException e)
        {
            return new BridgeRun(messages, e);
        }

        return new BridgeRun(messages, null);
    }

    /// <summary>Gives the state of a stream's last checkpoint as the hub hands it to the next run: stored as text and read again.</summary>
    public JToken? StateOf(string stream) =>
        Messages.OfType<Checkpoint>().LastOrDefault(c => c.Stream == stream)?.State.ToString(Formatting.None) is { } text
            ? JsonConvert.DeserializeObject<JToken>(
                text, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal })
            : null;
}
