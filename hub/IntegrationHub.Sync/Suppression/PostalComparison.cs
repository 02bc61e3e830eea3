using IntegrationHub.Core.Records;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Suppression;

/// <summary>Says whether a letter to one person's address would reach the person of another record: by names and addresses
/// as the identity engine standardises and compares them.</summary>
internal static class PostalComparison
{
    /// <summary>Compares.</summary>
    /// <param name="model">Any model: what counts are the levels of agreement, not their weights.</param>
    /// <param name="person">The fields of a person's record.</param>
    /// <param name="entry">The fields of an entry.</param>
    /// <returns>Whether the entry means that person at that address.</returns>
    internal static bool IsSame(MatchModel model, IEnumerable<Field> person, IEnumerable<Field> entry)
    {
        var engine = new IdentityEngine(model);
        engine.Upsert(1, 1, Postal(person));
        engine.Upsert(2, 2, Postal(entry));
        var levels = engine.Explain(1, 2).Comparisons
            .DistinctBy(static c => c.Field, StringComparer.Ordinal).ToDictionary(static c => c.Field, static c => c.Level, StringComparer.Ordinal);
        var given = levels.GetValueOrDefault("name.given");
        var house = levels.GetValueOrDefault("address.houseNumber");
        return levels.GetValueOrDefault("name.family") is "exact" or "near" or "part"
            && given is null or "exact" or "near" or "other" or "nickname" or "initial"
            && !levels.ContainsKey("name.suffix")
            && levels.GetValueOrDefault("address.postalCode") == "exact"
            && house is null or "exact"
            && levels.GetValueOrDefault("address.street") switch
            {
                "exact" or "near" => true,

                // Streets are cut short in more ways than can be told; the same person at the same number of another street is rare.
                "words" => given is not null && house is not null,
                _ => false,
            };
    }

    private static List<Field> Postal(IEnumerable<Field> fields) =>
        [.. fields.Where(static f => PostalKeys.IsName(f.Name) || f.Name.StartsWith("address.", StringComparison.Ordinal))];
}
