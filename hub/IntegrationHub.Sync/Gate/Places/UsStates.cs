using System.Collections.Frozen;

namespace IntegrationHub.Sync.Gate.Places;

/// <summary>The states and territories of the United States, by name, postal code and common short form.</summary>
internal static class UsStates
{
    private static readonly FrozenDictionary<string, string> Codes = Load();

    /// <summary>Finds the two-letter code.</summary>
    /// <param name="text">A name, code or short form; case and a final dot do not matter.</param>
    /// <returns>The code, or <see langword="null"/>.</returns>
    internal static string? Find(string text) =>
        Codes.TryGetValue(text, out var code) || (text.Contains('.') && Codes.TryGetValue(text.Replace(".", string.Empty, StringComparison.Ordinal), out code))
            ? code
            : null;

    private static FrozenDictionary<string, string> Load()
    {
        const string Table =
            "AL Alabama Ala|AK Alaska|AZ Arizona Ariz|AR Arkansas Ark|CA California Calif Cal|CO Colorado Colo|CT Connecticut Conn|DE Delaware Del|"
            + "DC District_of_Columbia Washington_DC|FL Florida Fla|GA Georgia|HI Hawaii|ID Idaho|IL Illinois Ill|IN Indiana Ind|IA Iowa|KS Kansas Kans|"
            + "KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts Mass|MI Michigan Mich|MN Minnesota Minn|MS Mississippi Miss|MO Missouri|"
            + "MT Montana Mont|NE Nebraska Nebr Neb|NV Nevada Nev|NH New_Hampshire|NJ New_Jersey|NM New_Mexico|NY New_York|NC North_Carolina|"
            + "ND North_Dakota|OH Ohio|OK Oklahoma Okla|OR Oregon Ore|PA Pennsylvania Penn|RI Rhode_Island|SC South_Carolina|SD South_Dakota|"
            + "TN Tennessee Tenn|TX Texas Tex|UT Utah|VT Vermont|VA Virginia|WA Washington Wash|WV West_Virginia|WI Wisconsin Wis|WY Wyoming Wyo|"
            + "PR Puerto_Rico|GU Guam|VI Virgin_Islands|AS American_Samoa|MP Northern_Mariana_Islands";
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var state in Table.Split('|'))
        {
            var names = state.Split(' ');
            foreach (var name in names)
            {
                codes[name.Replace('_', ' ')] = names[0];
            }
        }

        return codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
