using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Learns a model from the records in an engine.</summary>
/// <param name="engine">The engine under the model in use, with every live record in it.</param>
/// <param name="version">The version that the new model gets.</param>
/// <param name="cancellationToken">Stops the work.</param>
/// <returns>The new model.</returns>
public delegate MatchModel ModelTraining(IdentityEngine engine, int version, CancellationToken cancellationToken);
