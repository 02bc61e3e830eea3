using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>Components over links and decisions, against what a walk by hand reaches.</summary>
public sealed class ComponentFinderTests
{
    private const int Count = 300;
    private const float Threshold = 2;

    [Fact]
    public void A_component_is_all_that_links_and_decisions_reach_and_each_call_begins_anew()
    {
        var random = new Random(7);
        var (records, edges, asked, decisions) = (RecordTables.Of(Enumerable.Repeat("gender: male", Count)), new EdgeStore(), new SlotSet(), new DecisionBook());
        var pairs = Pairs(random, 160).Select(p => new ScoredPair(p.A, p.B, random.Next(3), false)).ToList();
        var decided = Pairs(random, 60).Select(p => new Decision(p.A + 1, p.B + 1, random.Next(2) == 0, "tester", DateTimeOffset.UnixEpoch, null)).ToList();
        foreach (var slot in Enumerable.Range(0, Count))
        {
            asked.Add(slot);
        }

        edges.Complete(asked, [pairs], Count);
        decisions.Set([.. decided, new Decision(1, 5000, IsSame: true, "tester", DateTimeOffset.UnixEpoch, null)]);

        // All lists are complete, so nothing is searched for.
        var finder = new ComponentFinder(records, edges, decisions, search: null!, Threshold);
        var links = pairs.Where(p => p.Bits >= Threshold).Select(p => (p.A, p.B)).Concat(decided.Where(d => d.IsSame).Select(d => ((int)d.RecordA - 1, (int)d.RecordB - 1))).ToList();
        for (var call = 0; call < 20; call++)
        {
            int[] seeds = [.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => random.Next(Count))];
            var components = finder.Find(seeds, CancellationToken.None);

            var expected = seeds.Select(seed => string.Join(' ', Reached(seed, links).Order())).Distinct().ToList();
            Assert.Equal(expected, Enumerable.Range(0, components.Count).Select(c => string.Join(' ', components[c].ToArray().Order())));
            Assert.Equal(components.Slots.Length, components.Slots.ToArray().Distinct().Count());
            for (var c = 0; c < components.Count; c++)
            {
                Assert.All(components[c].ToArray(), slot => Assert.Equal(c + 1, finder.ComponentOf(slot)));
            }

            Assert.All(Enumerable.Range(0, Count + 50).Except(components.Slots.ToArray()), slot => Assert.Equal(0, finder.ComponentOf(slot)));
        }
    }

    [Fact]
    public void What_is_gone_is_no_seed()
    {
        var records = RecordTables.Of("gender: male", "gender: male");
        records.Remove(0);
        var (edges, asked) = (new EdgeStore(), new SlotSet());
        asked.Add(1);
        edges.Complete(asked, [[]], 2);

        var components = new ComponentFinder(records, edges, new DecisionBook(), search: null!, Threshold).Find([0, 1, 1], CancellationToken.None);

        Assert.Equal([1], components.Slots.ToArray());
        Assert.Equal(1, components.Count);
    }

    private static HashSet<int> Reached(int seed, List<(int A, int B)> links)
    {
        var reached = new HashSet<int> { seed };
        while (links.Exists(l => reached.Contains(l.A) != reached.Contains(l.B)))
        {
            foreach (var (a, b) in links.Where(l => reached.Contains(l.A) != reached.Contains(l.B)).ToList())
            {
                reached.Add(a);
                reached.Add(b);
            }
        }

        return reached;
    }

    private static List<(int A, int B)> Pairs(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (random.Next(Count), random.Next(Count))).Where(p => p.Item1 < p.Item2).Distinct()];
}
