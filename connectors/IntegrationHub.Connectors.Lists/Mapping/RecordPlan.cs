namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>A mapping tied to the columns of one file: column numbers instead of names, made once per file.</summary>
internal sealed record RecordPlan
{
    /// <summary>Gets the fields to fill.</summary>
    internal required PlannedField[] Fields { get; init; }

    /// <summary>Gets the columns that make the key; none for a key made from the contents.</summary>
    internal required int[] Key { get; init; }

    /// <summary>Gets the column that says when the record last changed, or -1.</summary>
    internal required int UpdatedAt { get; init; }

    /// <summary>Gets the column that says that the record is deleted, or -1.</summary>
    internal required int Deleted { get; init; }

    /// <summary>Gets the columns that decide whether a row is read.</summary>
    internal required (int Column, HashSet<string> Values)[] Filters { get; init; }

    /// <summary>Gets the values that mean nothing, or <see langword="null"/> when there are none.</summary>
    internal HashSet<string>? Blank { get; init; }

    /// <summary>Gets by column the column that says what kind of number it holds, or -1; <see langword="null"/> when there are none.</summary>
    internal int[]? Labels { get; init; }

    /// <summary>Gets by column what stands before its values; <see langword="null"/> when there is nothing.</summary>
    internal string?[]? Strip { get; init; }

    /// <summary>Gets the file's column names, for messages.</summary>
    internal required IReadOnlyList<string> Columns { get; init; }
}
