namespace IntegrationHub.Connectors.Lists.Exports;

/// <summary>The export of a product, known by its header.</summary>
/// <param name="Product">The product's name.</param>
/// <param name="Signature">Columns that only this export has together.</param>
internal sealed record KnownExport(string Product, string[] Signature)
{
    /// <summary>Gets the column that identifies a record, or nothing for a key made from the contents.</summary>
    internal string? Key { get; init; }

    /// <summary>Gets what the columns feed, separated by commas. In a column's name <c>#</c> stands for a number, which counts
    /// addresses; a field may name the address by <c>@</c>; <c>-</c> leaves the column out.</summary>
    internal required Dictionary<string, string> Columns { get; init; }

    /// <summary>Gets a value indicating whether columns that are not named are read too.</summary>
    internal bool ReadsOthers { get; init; }

    /// <summary>Gets the columns that say what kind of number another one holds, by that one.</summary>
    internal Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Gets what is written before the values of a column and is no part of them.</summary>
    internal Dictionary<string, string> Strip { get; init; } = [];

    /// <summary>Gets the values that mean nothing.</summary>
    internal string[] Blank { get; init; } = [];
}
