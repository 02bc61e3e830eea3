using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server.Api;

/// <summary>Which values a <c>fields=</c> parameter asks for; all of them without one.</summary>
internal sealed class FieldList
{
    private readonly HashSet<string>? _names;

    private FieldList(HashSet<string>? names) => _names = names;

    internal static FieldList Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new FieldList(null);
        }

        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return names.FirstOrDefault(n => n is not "address" && !PersonFields.IsKnown(n)) is { } unknown
            ? throw new AdminException(AdminFailure.WrongUse, $"There is no field '{unknown}'.", "canonical names such as name.given, email, address, attribute:size")
            : new FieldList(names);
    }

    /// <summary>Says whether a member of the golden record is asked for; a whole group is by its prefix.</summary>
    internal bool Has(string name) => _names is null || _names.Contains(name);
}
