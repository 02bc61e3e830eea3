using System.Collections.Frozen;

namespace IntegrationHub.Sync.Gate.Places;

/// <summary>Finds the ISO 3166 alpha-2 code of a country written in any usual way.</summary>
internal static class Countries
{
    private const string ResourceName = "IntegrationHub.Sync.Gate.Places.countries.txt";

    private static readonly FrozenDictionary<string, string> Codes = Load();

    /// <summary>Finds the code.</summary>
    /// <param name="text">A code of two or three letters, or a name in one of nine languages; case does not matter.</param>
    /// <returns>The code, or <see langword="null"/> when the text is no country.</returns>
    internal static string? Find(string text) => Codes.GetValueOrDefault(text);

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{ResourceName}'; build it from the project file.");
        using var reader = new StreamReader(stream);
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            var names = line.Split('\t');
            foreach (var name in names)
            {
                if (name.Length > 0)
                {
                    codes.TryAdd(name, names[0]);
                }
            }
        }

        // A name may repeat another country's code; the code wins.
        foreach (var code in codes.Values.Distinct(StringComparer.Ordinal).ToArray())
        {
            codes[code] = code;
        }

        return codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
