namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>What a column feeds.</summary>
/// <param name="Field">A canonical field, or <c>updatedAt</c>, <c>key</c>, <c>deleted</c>.</param>
/// <param name="Group">Which of several addresses, from 0.</param>
internal readonly record struct MappingTarget(string Field, int Group)
{
    internal const string Key = "key";
    internal const string UpdatedAt = "updatedAt";
    internal const string Deleted = "deleted";

    internal static bool IsSpecial(string field) => field is Key or UpdatedAt or Deleted;

    internal bool IsAddress => Field.StartsWith("address.", StringComparison.Ordinal);
}
