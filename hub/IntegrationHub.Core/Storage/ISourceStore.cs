using IntegrationHub.Core.Sources;

namespace IntegrationHub.Core.Storage;

/// <summary>Keeps sources and their secrets.</summary>
public interface ISourceStore
{
    /// <summary>Adds a source.</summary>
    /// <param name="source">The source; its number is ignored.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The source with its number, or <see langword="null"/> when the name is taken.</returns>
    Task<Source?> AddAsync(Source source, CancellationToken cancellationToken);

    /// <summary>Changes settings, trust or the promise of no duplicates of a source, never the version it is pinned to.</summary>
    /// <param name="source">The source as it shall be.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task UpdateAsync(Source source, CancellationToken cancellationToken);

    /// <summary>Lists the sources by name.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sources that were not removed.</returns>
    Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Finds a source by name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The source, or <see langword="null"/>.</returns>
    Task<Source?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a source: its records count as deleted (and become pending), its interactions, consents,
    /// checkpoints, quarantine and secrets are dropped; the name becomes free.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task RemoveAsync(int sourceId, CancellationToken cancellationToken);

    /// <summary>Pins a source to another version of its plugin, with the settings for it, and keeps version, settings and checkpoints as they
    /// were, all in one transaction. Of a source the last ten upgrades are kept.</summary>
    /// <param name="source">The source as it shall be.</param>
    /// <param name="now">The time to stamp.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task UpgradeAsync(Source source, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Finds the last upgrade of a source that was not rolled back.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The upgrade, or <see langword="null"/>.</returns>
    Task<SourceUpgrade?> FindUpgradeAsync(int sourceId, CancellationToken cancellationToken);

    /// <summary>Gives a source back the version, settings and checkpoints from before an upgrade, in one transaction, and forgets the upgrade.</summary>
    /// <param name="upgrade">The last upgrade of the source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task RollBackAsync(SourceUpgrade upgrade, CancellationToken cancellationToken);

    /// <summary>Stores an encrypted secret.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="name">The setting's name.</param>
    /// <param name="encrypted">The encrypted bytes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task SetSecretAsync(int sourceId, string name, byte[] encrypted, CancellationToken cancellationToken);

    /// <summary>Reads an encrypted secret.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="name">The setting's name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The encrypted bytes, or <see langword="null"/>.</returns>
    Task<byte[]?> GetSecretAsync(int sourceId, string name, CancellationToken cancellationToken);
}
