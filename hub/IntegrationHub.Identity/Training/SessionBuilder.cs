using IntegrationHub.Identity.Blocking;

namespace IntegrationHub.Identity.Training;

/// <summary>Sorts sampled pairs into one session for each kind of key, as counts of distinct vectors.</summary>
internal static class SessionBuilder
{
    private static readonly string[] Names = ["name.given", "name.family"];
    private static readonly string[] Identifiers = ["identifier:"];

    private static readonly Dictionary<KeyFamily, string[]> Decided = new()
    {
        [KeyFamily.Email] = ["email"],
        [KeyFamily.EmailLocal] = ["email"],
        [KeyFamily.Phone] = ["phone"],
        [KeyFamily.PhoneName] = ["phone", .. Names],
        [KeyFamily.Identifier] = Identifiers,
        [KeyFamily.BirthDate] = ["birthDate"],
        [KeyFamily.BirthYearName] = ["birthDate", .. Names],
        [KeyFamily.BirthDayName] = ["birthDate", .. Names],
        [KeyFamily.NameSounds] = Names,
        [KeyFamily.NameStarts] = Names,
        [KeyFamily.PostalName] = ["address.postalCode", "address.locality", "address.region", .. Names],
        [KeyFamily.LocalityName] = ["address.postalCode", "address.locality", "address.region", .. Names],
        [KeyFamily.HouseStreet] = ["address.street", "address.houseNumber", "address.postalCode", "address.locality", "address.region"],
        [KeyFamily.HousePostal] = ["address.street", "address.houseNumber", "address.postalCode", "address.locality", "address.region"],
        [KeyFamily.EmployerName] = ["organization (employer)", .. Names],
    };

    public static List<Session> Build(IReadOnlyList<SampledPair> pairs, ComparisonLayout layout)
    {
        var sessions = new List<Session>();
        foreach (var (family, decided) in Decided.OrderBy(d => d.Key))
        {
            var counts = new Dictionary<UInt128, double>();
            foreach (var pair in pairs)
            {
                if ((pair.Keys >> (int)family & 1) != 0)
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, pair.Vector, out _) += Weight(pair.Keys);
                }
            }

            if (counts.Count > 0)
            {
                sessions.Add(Session(family.ToString(), decided, counts, layout));
            }
        }

        return sessions;
    }

    private static Session Session(string key, string[] decided, Dictionary<UInt128, double> counts, ComparisonLayout layout)
    {
        var excluded = Excluded(decided, layout);
        var vectors = counts.Keys.ToArray();
        Array.Sort(vectors);
        var starts = new int[vectors.Length + 1];
        var levels = new List<int>(vectors.Length * 8);
        for (var i = 0; i < vectors.Length; i++)
        {
            for (var c = 0; c < layout.Names.Count; c++)
            {
                var place = (excluded >> c & 1) != 0 ? -1 : ComparisonLayout.Place(vectors[i], c);
                if (place >= 0)
                {
                    levels.Add((int)layout.Levels[c][place]);
                }
            }

            starts[i + 1] = levels.Count;
        }

        return new Session(key, decided.Length == 1 ? decided[0] : "none", starts, [.. levels], Array.ConvertAll(vectors, v => counts[v]));
    }

    // A pair is met from both its records and in the session of each key it shares; it counts once in all.
    private static double Weight(uint keys) => .5 / System.Numerics.BitOperations.PopCount(keys);

    private static uint Excluded(string[] decided, ComparisonLayout layout)
    {
        var excluded = 0u;
        for (var c = 0; c < layout.Names.Count; c++)
        {
            excluded |= decided.Any(d => layout.Names[c].StartsWith(d, StringComparison.Ordinal)) ? 1u << c : 0;
        }

        return excluded;
    }
}
