using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Processes.Protocol;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Loading;

/// <summary>A connector whose code runs in this process.</summary>
internal sealed class InProcessConnector(Connector connector, ConnectorDescription description, string pluginName, string version)
    : LoadedConnector(description, pluginName, version)
{
    private Connector? _connector = connector;

    /// <summary>Gets what is told when the connector is disposed: its plugin has one user less.</summary>
    public Action Release { get; init; } = () => { };

    public TimeSpan DisposeDeadline { get; init; } = TimeSpan.FromSeconds(10);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Gets the plugin's own object. A reference that is kept past disposal keeps the plugin's code in memory.</summary>
    internal Connector Connector => _connector ?? throw new ObjectDisposedException(nameof(LoadedConnector));

    public override Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Source("Check").CheckAsync(settings, context, cancellationToken);

    public override Task<IReadOnlyList<StreamDescription>> DiscoverAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Source("Discover").DiscoverAsync(settings, context, cancellationToken);

    public override IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        Source("Read").ReadAsync(settings, WithStates(request), context, cancellationToken);

    public override ValueTask<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        Connector is ReceiverConnector receiver
            ? receiver.ReceiveAsync(settings, request, context, cancellationToken)
            : throw WrongKind("Receive");

    public override async ValueTask DisposeAsync()
    {
        if (!TryStartDisposal(out var disposal))
        {
            return;
        }

        try
        {
            await disposal.WaitAsync(DisposeDeadline, Clock);
        }
#pragma warning disable CA1031 // The boundary into a plugin: its failure to clean up must not turn a good run into a bad one.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.DisposeFailed(Logger, PluginName, Description.Id, PluginFailure.Describe(e));
        }
        finally
        {
            Release();
        }
    }

    /// <summary>States travel as the texts they were stored as; a connector looks into them.</summary>
    private static ReadRequest WithStates(ReadRequest request)
    {
        try
        {
            return request with { Streams = [.. request.Streams.Select(s => s with { State = RawJson.Parsed(s.State) })] };
        }
        catch (JsonException e)
        {
            throw ConnectorException.Configuration(
                null, "A stored state is not JSON that a connector can read.", "Reset it with hub state reset.", e);
        }
    }

    /// <summary>Lets go of the connector without disposing it.</summary>
    public void LetGo()
    {
        if (Interlocked.Exchange(ref _connector, null) is not null)
        {
            Release();
        }
    }

    private SourceConnector Source(string call) => Connector as SourceConnector ?? throw WrongKind(call);

    /// <summary>Starts disposing on another thread, since a plugin may block; false when it was started before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryStartDisposal(out Task disposal)
    {
        var held = Interlocked.Exchange(ref _connector, null);
        disposal = held switch
        {
            IAsyncDisposable disposable => Task.Run(() => disposable.DisposeAsync().AsTask()),
            IDisposable disposable => Task.Run(disposable.Dispose),
            _ => Task.CompletedTask,
        };
        return held is not null;
    }
}
