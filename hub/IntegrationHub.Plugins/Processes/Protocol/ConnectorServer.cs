using System.Text;
using IntegrationHub.Plugins.Inspection;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>Runs in the child: answers the hub's requests with one connector, one request after the other, until its input ends.</summary>
internal sealed class ConnectorServer(Stream input, WireOutput output) : IAsyncDisposable
{
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(2);

    private readonly WireCredentials _credentials = new(output);
    private LoadedConnector? _connector;
    private CancellationTokenSource _stop = new();
    private Task _answer = Task.CompletedTask;

    /// <summary>Answers until the input ends; blocks.</summary>
    public async Task RunAsync()
    {
        using var lines = new StreamReader(input, Encoding.UTF8);
        while (await lines.ReadLineAsync() is { } line)
        {
            var request = Wire.Parse(new StringReader(line)).Properties().First();
            if (request.Name == Wire.Cancel)
            {
                await _stop.CancelAsync();
                continue;
            }

            if (request.Name == Wire.Credential)
            {
                _credentials.Hear((JObject)request.Value);
                continue;
            }

            // The hub asks only after the last answer; a late cancellation of that call must not meet this one.
            await _answer;
            _stop.Dispose();
            _stop = new CancellationTokenSource();
            var stop = _stop.Token;
            _answer = Task.Run(() => AnswerAsync(request.Name, (JObject)request.Value, stop), CancellationToken.None);
        }

    }

    /// <summary>Stops what is under way and lets go of the connector; one that does not stop is left to the end of the process.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_answer, Task.Delay(EndGrace));
        if (_answer.IsCompleted && _connector is not null)
        {
            await _connector.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task AnswerAsync(string name, JObject request, CancellationToken cancellationToken)
    {
        try
        {
            var result = name == Wire.Open ? Open(request) : await CallAsync(name, request, cancellationToken);
            output.Write(Wire.Result, result);
        }
#pragma warning disable CA1031 // The top of a call into a plugin: whatever it throws is the call's answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            output.Write(Wire.Failed, WireFailure.Of(e));
        }
    }

    private JObject Open(JObject request)
    {
        var options = new ConnectorCatalogOptions { LoadDeadline = TimeSpan.FromTicks((long)request["deadline"]!) };
        var host = new HostAssemblies();
        var inspection = new PluginInspector(host).Inspect((string)request["folder"]!);
        var reasons = inspection.Reasons;
        if (reasons.Count == 0)
        {
            try
            {
                var activator = new PluginActivator(host, new LoadMarkers(null, options.Clock), options, NullLogger.Instance);
                var slot = new PluginSlot(inspection);
                var (connector, description) = activator.Open(slot, (string)request["connector"]!);
                _connector = new InProcessConnector(connector, description, inspection.Name, inspection.Version) { DisposeDeadline = EndGrace };
                return Wire.Of(description);
            }
            catch (PluginException e)
            {
                reasons = e.Reasons;
            }
        }

        return new JObject { ["reasons"] = new JArray(reasons) };
    }

    private async Task<JObject> CallAsync(string name, JObject request, CancellationToken cancellationToken)
    {
        var connector = _connector ?? throw new InvalidOperationException("No connector is open.");
        var settings = RawJson.TryParse((string)request["settings"]!) as JObject ?? throw new JsonReaderException("The settings are no JSON object, or nested too deep.");
        var context = new ConnectorContext
        {
            SourceName = (string)request["source"]!,
            BaseDirectory = (string)request["baseDirectory"]!,
            Logger = new WireLogger(output),
            Credentials = _credentials,
            PermittedHosts = request["hosts"] is JArray hosts ? [.. hosts.Select(h => (string)h!)] : null,
        };
        switch (name)
        {
            case Wire.Check:
                var check = await connector.CheckAsync(settings, context, cancellationToken);
                return new JObject { ["message"] = check.Message, ["warnings"] = new JArray(check.Warnings) };
            case Wire.Discover:
                var streams = await connector.DiscoverAsync(settings, context, cancellationToken);
                return new JObject { ["streams"] = new JArray(streams.Select(Wire.Of)) };
            case Wire.Read:
                await ReadAsync(connector, settings, Wire.ReadRequestOf((JObject)request["request"]!), context, cancellationToken);
                return [];
            case Wire.Receive:
                var received = await connector.ReceiveAsync(
                    settings, Wire.ReceivedRequestOf((JObject)request["request"]!), context, cancellationToken);
                foreach (var message in received.Messages)
                {
                    output.Write(message);
                }

                return new JObject { ["status"] = received.StatusCode, ["body"] = received.Body, ["contentType"] = received.ContentType };
            default:
                throw new JsonException($"The protocol has no request '{name}'.");
        }
    }

    private async Task ReadAsync(
        LoadedConnector connector, JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        await using var messages = connector.ReadAsync(settings, request, context, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                var next = messages.MoveNextAsync();
                if (!next.IsCompleted)
                {
                    output.Flush(); // The connector waits for its own source; what is here already need not.
                }

                if (!await next)
                {
                    return;
                }

                output.Write(messages.Current);
            }
        }
        finally
        {
            output.Flush();
        }
    }
}
