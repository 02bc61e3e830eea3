namespace IntegrationHub.Identity.Standardising;

/// <summary>A 64-bit hash that is the same in every process: FNV-1a over UTF-16 units, finished as in MurmurHash3.</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return Mix(hash);
    }

    public static ulong Combine(ulong first, ulong second) => Mix((first * 0x9E3779B97F4A7C15) ^ (second + 0x7F4A7C15));

    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
