using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>
/// Finds values that look like one person's and are many people's: the shop's own phone, info@, the till's standard card.
/// Of the pairs that share such a value, few are one customer by everything else they say. Households share values too,
/// but have a rival of their own in every score; so a value is generic only when about five people share it.
/// </summary>
internal sealed class GenericValues
{
    private const int RecordsMin = 5;
    private const int MembersMax = 12;
    private const double PrecisionMax = .2;
    private const double StartPairs = 2;
    private const double StartPrecision = .8;

    private readonly TrainingRecords _records;
    private readonly int[] _counts;
    private readonly Dictionary<(int Name, int Value), List<int>> _members;

    private GenericValues(TrainingRecords records)
    {
        _records = records;

        // A text may be an e-mail address here and an identifier there; counting both together only lets more in.
        var counts = records.InParts((from, to) =>
        {
            var part = new int[records.Values.Count + 1];
            ForEachValue(from, to, (_, value, _) => part[value]++);
            return part;
        });
        _counts = counts[0];
        foreach (var part in counts.Skip(1))
        {
            for (var value = 0; value < part.Length; value++)
            {
                _counts[value] += part[value];
            }
        }

        var members = records.InParts(Members);
        _members = members[0];
        foreach (var (value, slots) in members.Skip(1).SelectMany(part => part))
        {
            if (!_members.TryAdd(value, slots))
            {
                _members[value].AddRange(slots.Take(MembersMax - _members[value].Count));
            }
        }
    }

    /// <summary>Finds them.</summary>
    /// <returns>Hashes of the values by the name of their comparison.</returns>
    public static Dictionary<string, SortedSet<ulong>> Find(TrainingRecords records, PairWeigher weigher, in PriorEstimate prior)
    {
        var shared = new GenericValues(records)._members.Where(m => m.Value.Count >= RecordsMin).ToList();
        var levels = shared.ConvertAll(value => ExactLevel(value.Key.Name, records, weigher.Model));
        var householdBits = prior.HouseholdBits;
        var isGeneric = new bool[shared.Count];
        Parallel.For(
            0,
            shared.Count,
            TwoCores.Options(),
            i => isGeneric[i] = IsGeneric(shared[i].Value, weigher, levels[i], householdBits));
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

                values.Add(records.Values.Hash(shared[i].Key.Value));
            }
        }

        return found;
    }

    private const int EmailName = -1;
    private const int PhoneName = -2;

    private static Level ExactLevel(int name, TrainingRecords records, MatchModel model) => name switch
    {
        EmailName => Level.EmailExact,
        PhoneName => Level.PhoneExact,
        _ => model.ExactLevelOf(records.Names.Text(name)),
    };

    /// <summary>Says whether the share of one customer's pairs among those who share a value is small, from everything but the value.</summary>
    private static bool IsGeneric(List<int> members, PairWeigher weigher, Level exact, double householdBits)
    {
        var last = exact == Level.EmailExact ? Level.EmailDifferent : exact + LevelTable.NamedLength - 1;
        var pairs = StartPairs + (members.Count * (members.Count - 1) / 2d);
        var sum = StartPairs * StartPrecision;
        for (var a = 0; a < members.Count; a++)
        {
            for (var b = a + 1; b < members.Count; b++)
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

    /// <summary>Lists the first records of each value that enough records have; the canonical order is one of hashes, so that they are any.</summary>
    private Dictionary<(int Name, int Value), List<int>> Members(int from, int to)
    {
        var found = new Dictionary<(int Name, int Value), List<int>>();
        ForEachValue(from, to, (name, value, slot) =>
        {
            if (_counts[value] < RecordsMin)
            {
                return;
            }

            if (!found.TryGetValue((name, value), out var members))
            {
                found[(name, value)] = members = [];
            }

            if (members.Count < MembersMax)
            {
                members.Add(slot);
            }
        });
        return found;
    }

    private void ForEachValue(int from, int to, Action<int, int, int> visit)
    {
        foreach (var slot in _records.Slots.AsSpan(from, to - from))
        {
            var profile = new Profile(_records.Table.Profile(slot));
            for (var rest = profile.Emails; rest.Length > 0; rest = rest[EmailStandardiser.EntryLength..])
            {
                visit(EmailName, rest[0], slot);
            }

            foreach (var phone in profile.Phones)
            {
                visit(PhoneName, phone, slot);
            }

            for (var rest = profile.Identifiers; rest.Length > 0; rest = rest[IdentifierStandardiser.EntryLength..])
            {
                if (rest[2] != 0)
                {
                    visit(rest[0], rest[1], slot);
                }
            }
        }
    }
}
