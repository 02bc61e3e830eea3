using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>The calls that a hub makes to one pull connector, wherever its code runs. Disposed of after one run.</summary>
public abstract class SourceCalls : IAsyncDisposable
{
    /// <summary>Calls a connector in this process.</summary>
    /// <param name="connector">The connector; disposed of at the end when it can be.</param>
    /// <returns>The calls.</returns>
    public static SourceCalls To(SourceConnector connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        return new DirectCalls(connector);
    }

    /// <summary>Says what the connector is.</summary>
    /// <returns>The description.</returns>
    public abstract ConnectorDescription Describe();

    /// <summary>Tries the settings.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was found.</returns>
    public abstract Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Lists the streams.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The streams.</returns>
    public abstract Task<IReadOnlyList<StreamDescription>> DiscoverAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Reads streams.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="request">What to read.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The messages.</returns>
    public abstract IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DisposeCoreAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the connector.</summary>
    /// <returns>A task that ends when that is done.</returns>
    protected virtual ValueTask DisposeCoreAsync() => ValueTask.CompletedTask;
}
