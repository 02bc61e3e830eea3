namespace IntegrationHub.Sdk.Messages;

/// <summary>One line of an order.</summary>
/// <param name="Name">What was bought.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Amount">The line's total in the order's currency; <see langword="null"/> when not known.</param>
/// <param name="Sku">The article number; <see langword="null"/> when there is none.</param>
public sealed record InteractionLine(string Name, decimal Quantity, decimal? Amount, string? Sku);
