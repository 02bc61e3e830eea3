namespace IntegrationHub.Core.Matching;

/// <summary>Which model to put in use.</summary>
/// <param name="Epoch">A stored version's epoch, or 0 for the one that ships with the hub; not looked at when <paramref name="New"/> is given.</param>
/// <param name="New">A version to store first.</param>
/// <param name="IsPinned">Whether training by itself leaves it alone from then on.</param>
public sealed record ModelSwitch(int Epoch, ModelVersion? New, bool IsPinned);
