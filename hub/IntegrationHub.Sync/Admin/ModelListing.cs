using IntegrationHub.Core.Matching;

namespace IntegrationHub.Sync.Admin;

/// <summary>All versions of the match model and which is in use.</summary>
/// <param name="Use">The one in use; epoch 0 ships with the hub.</param>
/// <param name="Versions">The stored ones, the newest first.</param>
public sealed record ModelListing(ModelUse Use, IReadOnlyList<ModelVersion> Versions);
