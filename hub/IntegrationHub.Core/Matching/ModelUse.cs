namespace IntegrationHub.Core.Matching;

/// <summary>Which model resolves.</summary>
/// <param name="Epoch">The epoch in use; 0 is the model that ships with the hub.</param>
/// <param name="IsPinned">Whether a person put it in use, so that training by itself leaves it alone.</param>
public sealed record ModelUse(int Epoch, bool IsPinned);
