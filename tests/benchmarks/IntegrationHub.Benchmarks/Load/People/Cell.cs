namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>One value of a record.</summary>
/// <param name="Value">As the hub's gate understands it; empty when missing.</param>
/// <param name="Written">As the source writes it.</param>
internal readonly record struct Cell(string Value, string Written)
{
    /// <summary>Gets the cell without a value.</summary>
    public static Cell Empty { get; } = new(string.Empty, string.Empty);

    public static Cell Of(string text) => new(text, text);
}
