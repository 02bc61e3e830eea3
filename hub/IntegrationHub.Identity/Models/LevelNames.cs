namespace IntegrationHub.Identity.Models;

/// <summary>The names of levels in model files and explanations: comparison and level.</summary>
internal static class LevelNames
{
    private static readonly (string Prefix, string Comparison)[] Comparisons =
    [
        ("Given", "name.given"), ("Family", "name.family"), ("Names", "name"), ("Generation", "name.suffix"), ("Gender", "gender"),
        ("Kind", "kind"), ("Birth", "birthDate"), ("Email", "email"), ("Phone", "phone"), ("Street", "address.street"),
        ("House", "address.houseNumber"), ("Postal", "address.postalCode"), ("Locality", "address.locality"),
        ("Region", "address.region"), ("Exclusive", "identifier (exclusive)"), ("Identifier", "identifier"),
        ("Device", "identifier (device)"), ("Attribute", "attribute"), ("Employer", "organization (employer)"), ("Company", "organization"),
    ];

    private static readonly (string Comparison, string Level)[] Names = [.. Enum.GetNames<Level>().Select(Split)];

    public static int Count => Names.Length;

    public static string Comparison(Level level) => Names[(int)level].Comparison;

    public static string Of(Level level) => Names[(int)level].Level;

    private static (string Comparison, string Level) Split(string name)
    {
        var (prefix, comparison) = Comparisons.First(c => name.StartsWith(c.Prefix, StringComparison.Ordinal));
        return (comparison, char.ToLowerInvariant(name[prefix.Length]) + name[(prefix.Length + 1)..]);
    }
}
