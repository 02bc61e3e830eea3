namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>The offline world of one pull connector.</summary>
/// <typeparam name="TConnector">The connector.</typeparam>
public abstract class SourceWorld<TConnector> : SourceWorld
    where TConnector : SourceConnector, new()
{
    /// <inheritdoc/>
    public sealed override Task<SourceCalls> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult(SourceCalls.To(new TConnector()));
}
