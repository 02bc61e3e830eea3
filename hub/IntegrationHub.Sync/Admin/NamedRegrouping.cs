namespace IntegrationHub.Sync.Admin;

/// <summary>Customers that exchange records when the model changes.</summary>
/// <param name="Before">The customers before, with how many records each has.</param>
/// <param name="After">The customers after.</param>
/// <param name="Moved">How many records change their company.</param>
public sealed record NamedRegrouping(
    IReadOnlyList<(Guid CustomerId, int Records)> Before, IReadOnlyList<(Guid CustomerId, int Records)> After, int Moved);
