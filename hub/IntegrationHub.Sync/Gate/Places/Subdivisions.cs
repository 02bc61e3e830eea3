using System.Collections.Frozen;

namespace IntegrationHub.Sync.Gate.Places;

/// <summary>The states, provinces and territories of the countries that write them in postal addresses by code: by name, code and
/// common short form.</summary>
internal static class Subdivisions
{
    private const string UnitedStates =
        "AL Alabama Ala|AK Alaska|AZ Arizona Ariz|AR Arkansas Ark|CA California Calif Cal|CO Colorado Colo|CT Connecticut Conn|DE Delaware Del|"
        + "DC District_of_Columbia Washington_DC|FL Florida Fla|GA Georgia|HI Hawaii|ID Idaho|IL Illinois Ill|IN Indiana Ind|IA Iowa|KS Kansas Kans|"
        + "KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts Mass|MI Michigan Mich|MN Minnesota Minn|MS Mississippi Miss|MO Missouri|"
        + "MT Montana Mont|NE Nebraska Nebr Neb|NV Nevada Nev|NH New_Hampshire|NJ New_Jersey|NM New_Mexico|NY New_York|NC North_Carolina|"
        + "ND North_Dakota|OH Ohio|OK Oklahoma Okla|OR Oregon Ore|PA Pennsylvania Penn|RI Rhode_Island|SC South_Carolina|SD South_Dakota|"
        + "TN Tennessee Tenn|TX Texas Tex|UT Utah|VT Vermont|VA Virginia|WA Washington Wash|WV West_Virginia|WI Wisconsin Wis|WY Wyoming Wyo|"
        + "PR Puerto_Rico|GU Guam|VI Virgin_Islands|AS American_Samoa|MP Northern_Mariana_Islands";

    private const string Canada =
        "AB Alberta Alta|BC British_Columbia|MB Manitoba Man|NB New_Brunswick Nouveau-Brunswick|NL Newfoundland_and_Labrador Newfoundland Nfld NF|"
        + "NS Nova_Scotia|NT Northwest_Territories|NU Nunavut|ON Ontario Ont|PE Prince_Edward_Island PEI|QC Quebec Québec Que PQ|SK Saskatchewan Sask|YT Yukon";

    private const string Australia =
        "ACT Australian_Capital_Territory|NSW New_South_Wales|NT Northern_Territory|QLD Queensland|SA South_Australia|TAS Tasmania|VIC Victoria|WA Western_Australia";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByCountry =
        new[] { ("US", UnitedStates), ("CA", Canada), ("AU", Australia) }.ToFrozenDictionary(static c => c.Item1, static c => Read(c.Item2), StringComparer.Ordinal);

    /// <summary>Finds the code.</summary>
    /// <param name="country">The country as an alpha-2 code.</param>
    /// <param name="text">A name, code or short form; case and a final dot do not matter.</param>
    /// <returns>The code, or <see langword="null"/>.</returns>
    internal static string? Find(string country, string text) =>
        ByCountry.TryGetValue(country, out var codes)
        && (codes.TryGetValue(text, out var code) || (text.Contains('.') && codes.TryGetValue(text.Replace(".", string.Empty, StringComparison.Ordinal), out code)))
            ? code
            : null;

    private static FrozenDictionary<string, string> Read(string table)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var state in table.Split('|'))
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
