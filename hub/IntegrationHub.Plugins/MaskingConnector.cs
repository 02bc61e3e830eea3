using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins;

/// <summary>A connector out of which no secret comes, neither one of its settings nor one that it keeps in the store of credentials: not by its
/// log, its failures, its rejected records or its states.</summary>
internal sealed class MaskingConnector(LoadedConnector inner) : LoadedConnector(inner.Description, inner.PluginName, inner.Version)
{
    // One for all calls: a connector may keep a secret in a field and give it away in a later one.
    private readonly SecretMask _mask = new(inner.Description);

    public override bool IsSpent => inner.IsSpent;

    /// <summary>Gets the connector that does the work.</summary>
    internal LoadedConnector Inner => inner;

    public override async Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        _mask.Use(settings);
        try
        {
            var result = await inner.CheckAsync(settings, With(context), cancellationToken);
            return new CheckResult(_mask.Clean(result.Message), [.. result.Warnings.Select(_mask.Clean)]);
        }
        catch (ConnectorException e) when (_mask.IsIn(e.Message) || _mask.IsIn(e.NextStep))
        {
            throw Clean(e);
        }
    }

    public override async Task<IReadOnlyList<StreamDescription>> DiscoverAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        _mask.Use(settings);
        try
        {
            return await inner.DiscoverAsync(settings, With(context), cancellationToken);
        }
        catch (ConnectorException e) when (_mask.IsIn(e.Message) || _mask.IsIn(e.NextStep))
        {
            throw Clean(e);
        }
    }

    public override async IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _mask.Use(settings);
        await using var messages = inner.ReadAsync(settings, request, With(context), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(messages))
        {
            yield return Clean(messages.Current);
        }
    }

    public override async ValueTask<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        _mask.Use(settings);
        try
        {
            var result = await inner.ReceiveAsync(settings, request, With(context), cancellationToken);
            return result with { Messages = [.. result.Messages.Select(m => Clean(m))] };
        }
        catch (ConnectorException e) when (_mask.IsIn(e.Message) || _mask.IsIn(e.NextStep))
        {
            throw Clean(e);
        }
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<Message> messages)
    {
        try
        {
            return await messages.MoveNextAsync();
        }
        catch (ConnectorException e) when (_mask.IsIn(e.Message) || _mask.IsIn(e.NextStep))
        {
            throw Clean(e);
        }
    }

    private ConnectorContext With(ConnectorContext context) => new()
    {
        SourceName = context.SourceName,
        Logger = new MaskingLogger(context.Logger, _mask),
        Clock = context.Clock,
        BaseDirectory = context.BaseDirectory,
        Credentials = new MaskingCredentials(context.Credentials, _mask),
        Budgets = context.Budgets,
        PermittedHosts = context.PermittedHosts,
        WrapHttp = context.WrapHttp,
    };

    private Message Clean(Message message) => message switch
    {
        RejectedRecord rejected when _mask.IsIn(rejected.Reason) || _mask.IsIn(rejected.Raw) =>
            new RejectedRecord(rejected.Stream, _mask.Clean(rejected.Reason), rejected.Raw is null ? null : _mask.Clean(rejected.Raw)) { Key = rejected.Key },
        Checkpoint checkpoint when _mask.IsIn(checkpoint.State.ToString(Formatting.None)) => throw ConnectorException.Defect(
            $"The state of stream '{checkpoint.Stream}' holds a secret; states are stored and shown in clear."),
        _ => message,
    };

    // Without the exception behind it, whose text would bring the secret back.
    private ConnectorException Clean(ConnectorException e)
    {
        var message = _mask.Clean(e.Message);
        return e.Kind switch
        {
            FailureKind.Configuration => ConnectorException.Configuration(e.Setting, message, e.NextStep is null ? null : _mask.Clean(e.NextStep)),
            FailureKind.Transient => ConnectorException.Transient(message, e.RetryAfter),
            FailureKind.Record => ConnectorException.Record(message),
            _ => ConnectorException.Defect(message),
        };
    }
}
