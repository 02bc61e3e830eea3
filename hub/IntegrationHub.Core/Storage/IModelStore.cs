using IntegrationHub.Core.Matching;

namespace IntegrationHub.Core.Storage;

/// <summary>Keeps the versions of the match model. A version is put in use together with the customers it gives, see
/// <see cref="ICustomerStore.SwitchAsync"/>.</summary>
public interface IModelStore
{
    /// <summary>Lists all versions.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The versions, the newest first; the shipped one, epoch 0, is not among them.</returns>
    Task<IReadOnlyList<ModelVersion>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Finds a version.</summary>
    /// <param name="epoch">Its epoch.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The version, or <see langword="null"/>.</returns>
    Task<ModelVersion?> FindAsync(int epoch, CancellationToken cancellationToken);

    /// <summary>Says which version resolves.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The version in use.</returns>
    Task<ModelUse> GetUseAsync(CancellationToken cancellationToken);

    /// <summary>Says whether training by itself leaves the version in use alone.</summary>
    /// <param name="isPinned">Whether it does.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task SetPinnedAsync(bool isPinned, CancellationToken cancellationToken);
}
