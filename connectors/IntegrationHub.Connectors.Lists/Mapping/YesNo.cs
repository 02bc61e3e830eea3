using System.Collections.Frozen;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Reads what lists write into a column that marks deleted records.</summary>
internal static class YesNo
{
    private static readonly FrozenSet<string> Yes = new[]
    {
        "1", "true", "t", "yes", "y", "x", "ja", "j", "oui", "o", "si", "sí", "deleted", "removed", "inactive", "gelöscht", "supprimé",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> No = new[]
    {
        "0", "false", "f", "no", "n", "nein", "non", "null", "none", "-", "active", "current",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a value; a date counts as yes, because such columns are often called <c>deleted_at</c>.</summary>
    /// <returns><see langword="null"/> when the value is neither.</returns>
    internal static bool? Read(string? value, DateReader dates) =>
        string.IsNullOrWhiteSpace(value) || No.Contains(value) ? false
        : Yes.Contains(value) || dates.Read(value) is not null ? true
        : null;
}
