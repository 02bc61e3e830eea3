namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>The offline world of one connector that asks a web server.</summary>
/// <typeparam name="TConnector">The connector.</typeparam>
public abstract class HttpSourceWorld<TConnector> : HttpSourceWorld
    where TConnector : SourceConnector, new()
{
    /// <inheritdoc/>
    public sealed override Task<SourceCalls> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult(SourceCalls.To(new TConnector()));
}
