using System.Collections.Frozen;

namespace IntegrationHub.Sync.Gate.Phone;

/// <summary>The regions of libphonenumber's metadata, from the embedded <c>phone-metadata.txt</c>.</summary>
internal static class PhoneMetadata
{
    private const string ResourceName = "IntegrationHub.Sync.Gate.Phone.phone-metadata.txt";
    private const int CallingCodeDigitsMax = 3;

    private static readonly PhoneRegion[] All = Load();

    private static readonly FrozenDictionary<string, PhoneRegion> ByRegion = All.Where(r => r.Region != "001")
        .ToFrozenDictionary(r => r.Region, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, PhoneRegion[]> ByCallingCode = All.GroupBy(r => r.CallingCode, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    internal static PhoneRegion? Of(string region) => ByRegion.GetValueOrDefault(region);

    /// <summary>The regions that share a calling code, the main one first.</summary>
    internal static PhoneRegion[] Sharing(string callingCode) => ByCallingCode.GetValueOrDefault(callingCode, []);

    /// <summary>Splits an international number; the code is empty when there is none such.</summary>
    internal static (string CallingCode, string National) Split(string digits)
    {
        for (var length = 1; length <= CallingCodeDigitsMax && length < digits.Length; length++)
        {
            var code = digits[..length];
            if (ByCallingCode.ContainsKey(code))
            {
                return (code, digits[length..]);
            }
        }

        return (string.Empty, digits);
    }

    private static PhoneRegion[] Load()
    {
        using var stream = typeof(PhoneMetadata).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{ResourceName}'; build it from the project file.");
        using var reader = new StreamReader(stream);
        var regions = new List<PhoneRegion>(260);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                regions.Add(new PhoneRegion(line.Split('\t')));
            }
        }

        return [.. regions];
    }
}
