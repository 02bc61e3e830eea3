namespace IntegrationHub.Client;

/// <summary>One line of an order. Immutable.</summary>
public sealed record TimelineLine
{
    /// <summary>Gets what was bought.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how many.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Gets the price of the line.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Gets the article number.</summary>
    public string? Sku { get; init; }
}
