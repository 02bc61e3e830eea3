using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins;

/// <summary>A connector out of which no secret of its settings comes: not by its log, its failures, its rejected records or its states.</summary>
internal sealed class MaskingConnector(LoadedConnector inner) : LoadedConnector(inner.Description, inner.PluginName, inner.Version)
{
    /// <summary>Gets the connector that does the work.</summary>
    internal LoadedConnector Inner => inner;

    public override async Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var mask = new SecretMask(Description, settings);
        try
        {
            var result = await inner.CheckAsync(settings, With(context, mask), cancellationToken);
            return new CheckResult(mask.Clean(result.Message), [.. result.Warnings.Select(mask.Clean)]);
        }
        catch (ConnectorException e) when (mask.IsIn(e.Message) || mask.IsIn(e.NextStep))
        {
            throw Clean(e, mask);
        }
    }

    public override async Task<IReadOnlyList<StreamDescription>> DiscoverAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var mask = new SecretMask(Description, settings);
        try
        {
            return await inner.DiscoverAsync(settings, With(context, mask), cancellationToken);
        }
        catch (ConnectorException e) when (mask.IsIn(e.Message) || mask.IsIn(e.NextStep))
        {
            throw Clean(e, mask);
        }
    }

    public override async IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mask = new SecretMask(Description, settings);
        await using var messages = inner.ReadAsync(settings, request, With(context, mask), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(messages, mask))
        {
            yield return Clean(messages.Current, mask);
        }
    }

    public override async ValueTask<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        var mask = new SecretMask(Description, settings);
        try
        {
            var result = await inner.ReceiveAsync(settings, request, With(context, mask), cancellationToken);
            return result with { Messages = [.. result.Messages.Select(m => Clean(m, mask))] };
        }
        catch (ConnectorException e) when (mask.IsIn(e.Message) || mask.IsIn(e.NextStep))
        {
            throw Clean(e, mask);
        }
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<Message> messages, SecretMask mask)
    {
        try
        {
            return await messages.MoveNextAsync();
        }
        catch (ConnectorException e) when (mask.IsIn(e.Message) || mask.IsIn(e.NextStep))
        {
            throw Clean(e, mask);
        }
    }

    private static ConnectorContext With(ConnectorContext context, SecretMask mask) => new()
    {
        SourceName = context.SourceName,
        Logger = new MaskingLogger(context.Logger, mask),
        Clock = context.Clock,
        BaseDirectory = context.BaseDirectory,
        Credentials = context.Credentials,
        Budgets = context.Budgets,
        PermittedHosts = context.PermittedHosts,
        WrapHttp = context.WrapHttp,
    };

    private static Message Clean(Message message, SecretMask mask) => message switch
    {
        RejectedRecord rejected when mask.IsIn(rejected.Reason) || mask.IsIn(rejected.Raw) =>
            new RejectedRecord(rejected.Stream, mask.Clean(rejected.Reason), rejected.Raw is null ? null : mask.Clean(rejected.Raw)) { Key = rejected.Key },
        Checkpoint checkpoint when mask.IsIn(checkpoint.State.ToString(Formatting.None)) => throw ConnectorException.Defect(
            $"The state of stream '{checkpoint.Stream}' holds a secret of the settings; states are stored and shown in clear."),
        _ => message,
    };

    // Without the exception behind it, whose text would bring the secret back.
    private static ConnectorException Clean(ConnectorException e, SecretMask mask)
    {
        var message = mask.Clean(e.Message);
        return e.Kind switch
        {
            FailureKind.Configuration => ConnectorException.Configuration(e.Setting, message, e.NextStep is null ? null : mask.Clean(e.NextStep)),
            FailureKind.Transient => ConnectorException.Transient(message, e.RetryAfter),
            FailureKind.Record => ConnectorException.Record(message),
            _ => ConnectorException.Defect(message),
        };
    }
}
