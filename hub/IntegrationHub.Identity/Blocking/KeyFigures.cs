namespace IntegrationHub.Identity.Blocking;

/// <summary>What one chosen key does.</summary>
/// <param name="Text">The key as it is written.</param>
/// <param name="Pairs">The candidate pairs it is estimated to propose, those of keys before it included.</param>
/// <param name="ShareAdded">The share of likely pairs that it reaches and no key before it.</param>
internal sealed record KeyFigures(string Text, double Pairs, double ShareAdded);
