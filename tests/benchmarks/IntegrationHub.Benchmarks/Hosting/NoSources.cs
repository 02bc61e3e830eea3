using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;

namespace IntegrationHub.Benchmarks.Hosting;

/// <summary>A store that knows no source and no secret, so a run takes its source as it was handed in.</summary>
internal sealed class NoSources : ISourceStore
{
    public Task<Source?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult<Source?>(null);

    public Task<byte[]?> GetSecretAsync(int sourceId, string name, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    public Task<Source?> AddAsync(Source source, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UpdateAsync(Source source, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(int sourceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UpgradeAsync(Source source, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SourceUpgrade?> FindUpgradeAsync(int sourceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RollBackAsync(SourceUpgrade upgrade, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetSecretAsync(int sourceId, string name, byte[] encrypted, CancellationToken cancellationToken) => throw new NotSupportedException();
}
