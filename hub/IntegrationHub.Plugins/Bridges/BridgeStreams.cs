using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Chooses the streams of a source.</summary>
internal static class BridgeStreams
{
    /// <summary>Chooses: what the admin named, else what the mapping names, else what looks like people.</summary>
    /// <typeparam name="T">What stands for a stream.</typeparam>
    /// <param name="offered">The streams that the program offers, by their name in the hub.</param>
    /// <param name="named">The setting.</param>
    /// <param name="mapped">The streams that have a mapping.</param>
    /// <param name="looksLikePeople">Tells of a stream without a mapping.</param>
    /// <exception cref="ConnectorException">A named stream is not offered, or none is left.</exception>
    internal static List<T> Choose<T>(
        IReadOnlyDictionary<string, T> offered, IReadOnlyList<string> named, IReadOnlyCollection<string> mapped, Func<T, bool> looksLikePeople)
    {
        var (setting, wanted) = named.Count > 0 ? ("streams", named) : ("mapping", mapped);
        if (wanted.FirstOrDefault(w => !offered.ContainsKey(w)) is { } unknown)
        {
            throw ConnectorException.Configuration(
                setting, $"The program offers no stream '{unknown}'.", $"It offers {string.Join(", ", offered.Keys.Take(20))}.");
        }

        List<T> chosen = wanted.Count > 0
            ? [.. wanted.Distinct(StringComparer.Ordinal).Select(w => offered[w])]
            : [.. offered.Values.Where(looksLikePeople)];
        return chosen.Count > 0
            ? chosen
            : throw ConnectorException.Configuration(
                "mapping", "No stream of the program looks like people.", $"Map one of {string.Join(", ", offered.Keys.Take(20))}, or name it in 'streams'.");
    }

    /// <summary>Finds the cursor fields that the admin chose.</summary>
    internal static Dictionary<string, string> CursorsOf(IReadOnlyList<string> settings)
    {
        var cursors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var at = setting.LastIndexOf('=');
            cursors[at > 0 ? setting[..at] : throw ConnectorException.Configuration("cursors", "A cursor field has no '='.", "Write STREAM=FIELD.")] = setting[(at + 1)..];
        }

        return cursors;
    }

    internal static StreamDescription Describe(string name, bool isIncremental) => new(name)
    {
        Summary = isIncremental ? "Read from where the last run stopped." : "Read in full each time.",
        Cursor = isIncremental ? CursorKind.Ordered : CursorKind.None,
        Overlap = TimeSpan.Zero,
    };
}
