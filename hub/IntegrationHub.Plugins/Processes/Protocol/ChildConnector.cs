using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Inspection;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>A connector whose code runs in a child process. After a crash the next call starts a new one.</summary>
internal sealed class ChildConnector : LoadedConnector
{
    private readonly PluginInspection _plugin;
    private readonly ConnectorCatalogOptions _options;
    private readonly ILogger _logger;
    private readonly Action _release;
    private readonly SemaphoreSlim _oneCall = new(1);
    private ChildSession? _session;
    private bool _isDisposed;

    /// <summary>Takes over a process in which the connector is open.</summary>
    /// <param name="session">The process.</param>
    /// <param name="description">What the connector says of itself.</param>
    /// <param name="plugin">The plugin, for the next process.</param>
    /// <param name="options">The limits.</param>
    /// <param name="logger">The hub's log.</param>
    /// <param name="release">Told when the connector is disposed.</param>
    public ChildConnector(
        ChildSession session,
        ConnectorDescription description,
        PluginInspection plugin,
        ConnectorCatalogOptions options,
        ILogger logger,
        Action release)
        : base(description, plugin.Name, plugin.Version)
    {
        _session = session;
        _plugin = plugin;
        _options = options;
        _logger = logger;
        _release = release;
    }

    public override async Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        RequirePull(isPull: true, "Check");
        var result = await CallAsync(ChildCall.To(Wire.Check, "checking", _options.Limits.Check, settings, context), cancellationToken);
        return new CheckResult((string)result["message"]!, [.. result["warnings"]!.Select(w => (string)w!)]);
    }

    public override async Task<IReadOnlyList<StreamDescription>> DiscoverAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        RequirePull(isPull: true, "Discover");
        var result = await CallAsync(
            ChildCall.To(Wire.Discover, "listing its streams", _options.Limits.Discover, settings, context), cancellationToken);
        return [.. result["streams"]!.Children<JObject>().Select(Wire.StreamOf)];
    }

    public override IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        RequirePull(isPull: true, "Read");
        return StreamAsync(
            ChildCall.To(Wire.Read, "reading", _options.Limits.Progress, settings, context, Wire.Of(request)), cancellationToken);
    }

    public override async ValueTask<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        RequirePull(isPull: false, "Receive");
        var call = ChildCall.To(Wire.Receive, "receiving a request", _options.Limits.Receive, settings, context, Wire.Of(request));
        var messages = new List<Message>();
        await foreach (var message in StreamAsync(call, cancellationToken))
        {
            messages.Add(message);
        }

        var result = call.Result!;
        return new ReceivedResult((int)result["status"]!, (string)result["body"]!, messages) { ContentType = (string)result["contentType"]! };
    }

    public override async ValueTask DisposeAsync()
    {
        await _oneCall.WaitAsync();
        try
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                await EndSessionAsync();
                _release();
            }
        }
        finally
        {
            _oneCall.Release();
        }
    }

    private async Task<JObject> CallAsync(ChildCall call, CancellationToken cancellationToken)
    {
        await foreach (var message in StreamAsync(call, cancellationToken))
        {
            throw ConnectorException.Defect($"The connector sent a message of stream '{message.Stream}' while {call.Doing}.");
        }

        return call.Result!;
    }

    /// <summary>Makes a call, one at a time; what goes wrong with the process becomes the connector's failure, by name.</summary>
    private async IAsyncEnumerable<Message> StreamAsync(ChildCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _oneCall.WaitAsync(cancellationToken);
        try
        {
            var session = await SessionAsync(cancellationToken);
            await using var messages = session.StreamAsync(call, cancellationToken).GetAsyncEnumerator(CancellationToken.None);
            while (await NextAsync(messages))
            {
                yield return messages.Current;
            }
        }
        finally
        {
            if (_session is { IsOver: true })
            {
                await EndSessionAsync();
            }

            _oneCall.Release();
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<Message> messages)
    {
        try
        {
            return await messages.MoveNextAsync();
        }
        catch (ChildException e)
        {
            Log.ProcessFailed(_logger, PluginName, Version, Description.Id, e.Message);
            var message = $"The process of connector '{Description.Id}' (plugin {PluginName} {Version}) {e.Message}.";
            throw e.IsFromOutside ? ConnectorException.Transient(message) : ConnectorException.Defect(message);
        }
    }

    private async Task<ChildSession> SessionAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_session is null)
        {
            (_session, _) = await ChildOpener.StartAsync(_plugin, Description.Id, _options, _logger, cancellationToken);
        }

        return _session;
    }

    private async Task EndSessionAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }

    private void RequirePull(bool isPull, string call)
    {
        if (IsPull != isPull)
        {
            throw WrongKind(call);
        }
    }
}
