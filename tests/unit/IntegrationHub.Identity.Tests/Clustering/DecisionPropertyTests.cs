using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>What people decided holds for any records and any decisions, in any order.</summary>
public sealed class DecisionPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Never_parts_always_joins_unless_a_never_stands_between_and_taken_back_they_leave_no_trace(int seed)
    {
        var random = new Random(seed);
        var records = DirtyPeople.Make(seed, 25, 4);
        var engine = Filled(records);
        var before = Person.Clusters(engine);
        var decisions = Decide(records.Count, random);
        engine.SetDecisions([.. decisions.OrderBy(_ => random.Next())]);
        engine.Resolve(null, CancellationToken.None);
        var clusterOf = ClusterOf(engine, records.Count);

        foreach (var decision in decisions)
        {
            var (a, b) = (clusterOf[decision.RecordA], clusterOf[decision.RecordB]);
            if (!decision.IsSame)
            {
                Assert.NotSame(a, b);
            }
            else if (a != b)
            {
                Assert.Contains(decisions, never => !never.IsSame
                    && ((a.Contains(never.RecordA) && b.Contains(never.RecordB)) || (a.Contains(never.RecordB) && b.Contains(never.RecordA))));
            }
        }

        // The same decisions from the start, told in another order, give the same customers.
        var other = Filled(records);
        other.SetDecisions([.. decisions.OrderByDescending(_ => random.Next())]);
        Assert.Equal(Person.Clusters(other), Clusters(clusterOf));

        engine.SetDecisions([]);
        engine.Resolve(null, CancellationToken.None);
        Assert.Equal(before, Clusters(ClusterOf(engine, records.Count)));
    }

    [Theory]
    [InlineData("Grace", "George", "G", 1)]
    [InlineData("Anna", "Albert", "A", 2)]
    [InlineData("Samuel", "Sophia", "S", 3)]
    [InlineData("Maria", "Michael", "M", 4)]
    public void What_fits_two_who_cannot_be_one_joins_neither_and_is_queued_with_both_in_any_order(string one, string other, string initial, int seed)
    {
        var random = new Random(seed);
        var home = $"name.family: Okafor | address.street: Mill Lane | address.houseNumber: {random.Next(1, 90)} | address.postalCode: 4{random.Next(1000, 9999)}";
        string[] lines =
        [
            $"name.given: {one} | birthDate: {1940 + random.Next(9)}-02-1{random.Next(9)} | {home} | id:ssn={random.Next(100_000_000, 500_000_000)}",
            $"name.given: {other} | birthDate: {1980 + random.Next(9)}-09-2{random.Next(9)} | {home} | id:ssn={random.Next(500_000_000, 999_000_000)}",
            $"name.given: {initial} | {home}",
        ];
        foreach (var order in new[] { new[] { 0, 1, 2 }, [2, 1, 0], [1, 2, 0] })
        {
            var engine = new IdentityEngine(MatchModel.Shipped);
            foreach (var i in order)
            {
                engine.Upsert(i + 1, 1, Person.Of(lines[i]));
            }

            var resolution = engine.Resolve(null, CancellationToken.None);

            Assert.All(resolution.Clusters, cluster => Assert.Single(cluster));
            Assert.Equal([(1, 3), (2, 3)], resolution.Doubtful.Where(d => d.IsAmbiguous).Select(d => (d.RecordA, d.RecordB)));
        }
    }

    private static List<Decision> Decide(int records, Random random)
    {
        var decisions = new Dictionary<(long, long), Decision>();
        for (var i = 0; i < 14; i++)
        {
            var (a, b) = (random.Next(records), random.Next(records));
            if (a != b)
            {
                decisions[(Math.Min(a, b), Math.Max(a, b))] = new Decision(a, b, random.Next(2) == 0, "tester", DateTimeOffset.UnixEpoch, null);
            }
        }

        return [.. decisions.Values];
    }

    private static Dictionary<long, IReadOnlyList<long>> ClusterOf(IdentityEngine engine, int count)
    {
        var clusterOf = new Dictionary<long, IReadOnlyList<long>>();
        for (var id = 0; id < count; id++)
        {
            if (!clusterOf.ContainsKey(id))
            {
                var records = engine.ExplainMerges(id, CancellationToken.None).Records;
                foreach (var member in records)
                {
                    clusterOf[member] = records;
                }
            }
        }

        return clusterOf;
    }

    private static string Clusters(Dictionary<long, IReadOnlyList<long>> clusterOf) =>
        string.Join(" | ", clusterOf.Values.Distinct().Select(c => string.Join(' ', c)).Order(StringComparer.Ordinal));

    private static IdentityEngine Filled(List<MatchingRecord> records)
    {
        var engine = new IdentityEngine(MatchModel.Shipped);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i, records[i].SourceId, records[i].Fields);
        }

        return engine;
    }
}
