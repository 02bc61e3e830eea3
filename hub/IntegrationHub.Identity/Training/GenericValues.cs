using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Training;

/// <summary>
/// Finds values that look like one person's and are many people's: the shop's own phone, info@, the till's standard card.
/// Of the pairs that share such a value, few are one customer by everything else they say. Households share values too,
/// but have a rival of their own in every score; so a value is generic only when about five people share it.
/// </summary>
internal static class GenericValues
{
    private const int RecordsMin = 5;
    private const int MembersMax = 12;
    private const double PrecisionMax = .2;
    private const double StartPairs = 2;
    private const double StartPrecision = .8;

    /// <summary>Finds them.</summary>
    /// <returns>Hashes of the values by the name of their comparison.</returns>
    public static Dictionary<string, SortedSet<ulong>> Find(TrainingRecords records, PairWeigher weigher, in PriorEstimate prior)
    {
        var shared = SharedValues.Find(records, RecordsMin, MembersMax);
        var levels = shared.ConvertAll(value => ExactLevel(value.Name, records, weigher.Model));
        var householdBits = prior.HouseholdBits;
        var isGeneric = new bool[shared.Count];
        Parallel.For(
            0,
            shared.Count,
            TwoCores.Options(),
            i => isGeneric[i] = IsGeneric(shared[i].Members, weigher, levels[i], householdBits));
        var found = new Dictionary<string, SortedSet<ulong>>(StringComparer.Ordinal);
        for (var i = 0; i < shared.Count; i++)
        {
            if (isGeneric[i])
            {
                var comparison = weigher.Model.ComparisonOf(levels[i]);
                if (!found.TryGetValue(comparison, out var values))
                {
                    found[comparison] = values = [];
                }

                values.Add(records.Values.Hash(shared[i].Value));
            }
        }

        return found;
    }

    private static Level ExactLevel(int name, TrainingRecords records, MatchModel model) => name switch
    {
        SharedValues.EmailName => Level.EmailExact,
        SharedValues.PhoneName => Level.PhoneExact,
        _ => model.ExactLevelOf(records.Names.Text(name)),
    };

    /// <summary>Says whether the share of one customer's pairs among those who share a value is small, from everything but the value.</summary>
    private static bool IsGeneric(int[] members, PairWeigher weigher, Level exact, double householdBits)
    {
        var last = exact == Level.EmailExact ? Level.EmailDifferent : exact + LevelTable.NamedLength - 1;
        var pairs = StartPairs + (members.Length * (members.Length - 1) / 2d);
        var sum = StartPairs * StartPrecision;
        for (var a = 0; a < members.Length; a++)
        {
            for (var b = a + 1; b < members.Length; b++)
            {
                // Among those who share a value, any two are one customer as likely as not before anything else is compared.
                sum += weigher.Weigh(members[a], members[b], exact, last).Chances(prior: 0, householdBits).Match;
                if (sum >= PrecisionMax * pairs)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
