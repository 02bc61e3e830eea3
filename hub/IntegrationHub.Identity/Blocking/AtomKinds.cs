namespace IntegrationHub.Identity.Blocking;

/// <summary>What is known of each kind of atom.</summary>
internal static class AtomKinds
{
    private static readonly string[] Addresses = ["address.postalCode", "address.locality", "address.region"];
    private static readonly string[] Homes = ["address.street", "address.houseNumber", .. Addresses];
    private static readonly string[] Names = ["name.given", "name.family"];

    /// <summary>In the order of <see cref="AtomKind"/>: the name in model files, and the comparisons that sharing one decides.</summary>
    private static readonly (string Name, string[] Decided)[] Known =
    [
        ("email", ["email"]),
        ("email.local", ["email"]),
        ("phone.tail7", ["phone"]),
        ("phone.tail4", ["phone"]),
        ("identifier", ["identifier:"]),
        ("identifier.start", ["identifier:"]),
        ("identifier.end", ["identifier:"]),
        ("birth.date", ["birthDate"]),
        ("birth.year", ["birthDate"]),
        ("birth.dayMonth", ["birthDate"]),
        ("name~sound", Names),
        ("given~sound", Names),
        ("family~sound", Names),
        ("given^3", Names),
        ("family^3", Names),
        ("given~nickname", Names),
        ("postal", Addresses),
        ("postal^3", Addresses),
        ("locality~sound", Addresses),
        ("place", Addresses),
        ("house", Homes),
        ("street~sound", Homes),
        ("organization~sound", ["organization (employer)"]),
        ("company~sound", ["organization"]),
        ("company.word~sound", ["organization"]),
    ];

    public static int Count => Known.Length;

    public static string NameOf(AtomKind kind) => Known[(int)kind].Name;

    /// <summary>Names the comparisons that two records which share such an atom say nothing new by.</summary>
    public static IReadOnlyList<string> DecidedBy(AtomKind kind) => Known[(int)kind].Decided;

    public static bool TryParse(string name, out AtomKind kind)
    {
        var at = Array.FindIndex(Known, known => string.Equals(known.Name, name, StringComparison.Ordinal));
        kind = (AtomKind)Math.Max(0, at);
        return at >= 0;
    }
}
