using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>Makes a connector of the hub an Airbyte source: writes what the protocol asks for, and nothing else, to one stream.</summary>
/// <remarks>Used for one command; not thread-safe.</remarks>
public sealed class AirbyteSource : IDisposable
{
    private const int Done = 0;
    private const int Failed = 1;

    private readonly LoadedConnector _connector;
    private readonly AirbyteWriter _writer;
    private readonly TimeProvider _clock;
    private readonly string _baseDirectory;

    /// <summary>Creates the source.</summary>
    /// <param name="connector">The connector, one that the hub reads from.</param>
    /// <param name="output">Where the messages go; left open.</param>
    /// <param name="baseDirectory">The folder that relative paths in settings start from.</param>
    /// <param name="clock">The clock.</param>
    public AirbyteSource(LoadedConnector connector, Stream output, string baseDirectory, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentException.ThrowIfNullOrEmpty(baseDirectory);
        ArgumentNullException.ThrowIfNull(clock);

        _connector = connector;
        _writer = new AirbyteWriter(output, clock);
        _clock = clock;
        _baseDirectory = baseDirectory;
    }

    /// <summary>Writes the settings that the connector takes.</summary>
    /// <returns>The exit code.</returns>
    public int Spec()
    {
        _writer.Write("SPEC", "spec", json => SpecText.Write(json, _connector.Description));
        return Done;
    }

    /// <summary>Tries a configuration.</summary>
    /// <param name="config">The configuration's text.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>The exit code; 0 also when the check found something wrong.</returns>
    public Task<int> CheckAsync(string config, CancellationToken cancellationToken) => RunAsync(config, async (settings, context) =>
    {
        try
        {
            var result = await _connector.CheckAsync(settings, context, cancellationToken);
            _writer.ConnectionStatus(isGood: true, result.Message);
        }
        catch (ConnectorException e)
        {
            _writer.ConnectionStatus(isGood: false, Sentence(e, settings));
        }

        return Done;
    });

    /// <summary>Writes what can be read.</summary>
    /// <param name="config">The configuration's text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The exit code.</returns>
    public Task<int> DiscoverAsync(string config, CancellationToken cancellationToken) => RunAsync(config, async (settings, context) =>
    {
        var streams = await _connector.DiscoverAsync(settings, context, cancellationToken);
        _writer.Write("CATALOG", "catalog", json => ServedCatalog.Write(json, streams));
        return Done;
    });

    /// <summary>Reads.</summary>
    /// <param name="config">The configuration's text.</param>
    /// <param name="catalog">What to read: the text of a configured catalog.</param>
    /// <param name="state">The states of the last run, or <see langword="null"/> to start at the beginning.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The exit code; 0 when every stream was completed.</returns>
    public Task<int> ReadAsync(string config, string catalog, string? state, CancellationToken cancellationToken) => RunAsync(config, async (settings, context) =>
    {
        var startedAt = _clock.GetUtcNow();
        var offered = (await _connector.DiscoverAsync(settings, context, cancellationToken)).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var states = ServedState.Read(state);
        var positions = new Dictionary<string, StreamPosition>(StringComparer.Ordinal);
        foreach (var (stream, isIncremental) in ServedCatalog.Read(catalog))
        {
            var description = offered.GetValueOrDefault(stream)
                ?? throw ConnectorException.Configuration("--catalog", $"There is no stream '{stream}'.", $"The streams: {string.Join(", ", offered.Keys)}.");
            positions[stream] = new StreamPosition(description, isIncremental, states.GetValueOrDefault(stream), startedAt);
        }

        var read = new ServedRead(_writer, positions);
        read.Begin();
        try
        {
            var request = new ReadRequest([.. positions.Values.Select(p => p.Request)], startedAt);
            await foreach (var message in _connector.ReadAsync(settings, request, context, cancellationToken))
            {
                read.Take(message);
            }
        }
        finally
        {
            read.End();
        }

        return read.IsComplete ? Done : throw ConnectorException.Defect("The connector ended without completing every stream.");
    });

    /// <summary>Writes what was not written yet. The output stays open.</summary>
    public void Dispose() => _writer.Dispose();

    private async Task<int> RunAsync(string config, Func<JObject, ConnectorContext, Task<int>> run)
    {
        JObject settings = [];
        try
        {
            settings = ConfigText.TryParse(config)
                ?? throw ConnectorException.Configuration("--config", "The configuration is not a JSON object.");
            return await run(settings, new ConnectorContext
            {
                SourceName = _connector.Description.Id,
                Logger = new AirbyteLogger(_writer, SafeFor(settings)),
                Clock = _clock,
                BaseDirectory = _baseDirectory,
                Credentials = new ControlCredentials(settings, _writer),
            });
        }
        catch (ConnectorException e)
        {
            _writer.Error(Sentence(e, settings), e.Kind);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            _writer.Error("Stopped on request.", FailureKind.Transient);
            return Failed;
        }
#pragma warning disable CA1031 // The boundary to the platform: whatever fails is told in its words. The text of the exception may hold anything.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _writer.Error($"The connector failed with {e.GetType().Name}; report this to its author.", FailureKind.Defect);
            return Failed;
        }
    }

    private string Sentence(ConnectorException e, JObject settings) =>
        SafeFor(settings).Of(e.NextStep is null ? e.Message : $"{e.Message} {e.NextStep}");

    private SafeText SafeFor(JObject settings)
    {
        var secrets = new JObject();
        foreach (var setting in _connector.Description.Settings.Settings.Where(s => s.IsSecret))
        {
            if (settings.GetValue(setting.Name, StringComparison.OrdinalIgnoreCase) is { } value)
            {
                secrets["secret " + setting.Name] = value.DeepClone();
            }
        }

        return new SafeText(secrets);
    }
}
