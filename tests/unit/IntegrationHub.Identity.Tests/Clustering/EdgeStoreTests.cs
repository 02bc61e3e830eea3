using IntegrationHub.Identity.Clustering;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>Edges are kept with both ends, through any loading, changing and forgetting.</summary>
public sealed class EdgeStoreTests
{
    [Fact]
    public void It_holds_what_was_found_and_forgets_both_ends()
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var random = new Random(seed);
            var (store, edges, known) = (new EdgeStore(), new HashSet<(int A, int B)>(), new HashSet<int>());
            for (var round = 0; round < 15; round++)
            {
                var asked = new SlotSet();
                foreach (var slot in Enumerable.Range(0, 30).Where(s => !known.Contains(s) && random.Next(3) == 0))
                {
                    asked.Add(slot);
                }

                var found = new[] { new List<ScoredPair>(), new List<ScoredPair>() };
                foreach (var slot in asked.Slots)
                {
                    for (var other = 0; other < 30; other++)
                    {
                        // Of two asked records the smaller finds the pair; a pair with a known one is found again.
                        if (other != slot && IsPair(slot, other) && !(asked.Contains(other) && other < slot))
                        {
                            found[slot % 2].Add(Pair(slot, other));
                            edges.Add((Math.Min(slot, other), Math.Max(slot, other)));
                        }
                    }

                    known.Add(slot);
                }

                store.Complete(asked, found, slotCount: 30);
                Check(store, edges, known);
                foreach (var slot in Enumerable.Range(0, 30).Where(_ => random.Next(9) == 0))
                {
                    store.Forget(slot);
                    known.Remove(slot);
                    edges.RemoveWhere(e => e.A == slot || e.B == slot);
                }

                Check(store, edges, known);
            }

            store.ForgetAll();
            Check(store, [], []);
        }
    }

    [Fact]
    public void Many_changes_are_taken_into_the_flat_array()
    {
        var (store, first, rest) = (new EdgeStore(), new SlotSet(), new SlotSet());
        first.Add(0);
        store.Complete(first, [[Pair(0, 1)]], slotCount: 6000);
        foreach (var slot in Enumerable.Range(1, 5000))
        {
            rest.Add(slot);
        }

        store.Complete(rest, [[.. Enumerable.Range(1, 4999).Select(slot => Pair(slot, slot + 1))], [Pair(1, 0)]], slotCount: 6000);

        Assert.Equal(5001, store.KnownCount);
        Assert.Equal([0, 2], store.Of(1).ToArray().Select(e => e.Other).Order());
        Assert.Equal([2498, 2500], store.Of(2499).ToArray().Select(e => e.Other).Order());
        Assert.True(store.Of(5500).IsEmpty && store.Of(9000).IsEmpty);
        Assert.False(store.IsKnown(5001) || store.IsKnown(100_000));
        var last = new SlotSet();
        last.Add(5500);
        store.Complete(last, [[Pair(5500, 1)]], slotCount: 6000);
        Assert.Equal([0, 2, 5500], store.Of(1).ToArray().Select(e => e.Other).Order());
        Assert.Equal((2, 5002), (store.Of(2499).Length, store.KnownCount));
        store.Forget(2499);
        Assert.Equal([2497], store.Of(2498).ToArray().Select(e => e.Other));
    }

    [Fact]
    public void An_edge_keeps_its_wall_beside_the_other_end()
    {
        var (walled, open) = (new Edge(int.MaxValue, 3.5f, isWalled: true), new Edge(0, -2, isWalled: false));

        Assert.Equal((int.MaxValue, 3.5f, true), (walled.Other, walled.Bits, walled.IsWalled));
        Assert.Equal((0, -2f, false), (open.Other, open.Bits, open.IsWalled));
    }

    [Fact]
    public void Lists_are_the_same_when_they_hold_the_same_edges_in_any_order()
    {
        Edge[] list = [new Edge(4, 1, isWalled: false), new Edge(9, -2, isWalled: true), new Edge(2, 1, isWalled: false)];

        Assert.True(EdgeStore.AreSame([], []) && EdgeStore.AreSame(list, [list[1], list[2], list[0]]));
        Assert.False(EdgeStore.AreSame(list, list.AsSpan(0, 2)) || EdgeStore.AreSame(list.AsSpan(0, 2), list) || EdgeStore.AreSame([], list));
        Assert.False(EdgeStore.AreSame(list, [list[0], list[1], new Edge(3, 1, isWalled: false)]));
        Assert.False(EdgeStore.AreSame(list, [list[0], list[1], new Edge(2, 1.5f, isWalled: false)]));
        Assert.False(EdgeStore.AreSame(list, [list[0], list[1], new Edge(2, 1, isWalled: true)]));
    }

    private static bool IsPair(int a, int b) => ((a * b) + a + b) % 5 < 2;

    private static ScoredPair Pair(int a, int b) => new(a, b, Math.Min(a, b) + (Math.Max(a, b) / 100f), (a + b) % 3 == 0);

    private static void Check(EdgeStore store, HashSet<(int A, int B)> edges, HashSet<int> known)
    {
        Assert.Equal(known.Count, store.KnownCount);
        for (var slot = 0; slot < 30; slot++)
        {
            Assert.Equal(known.Contains(slot), store.IsKnown(slot));
            var expected = edges.Where(e => e.A == slot || e.B == slot).Select(e => e.A == slot ? e.B : e.A).Order().ToList();
            var actual = store.Of(slot).ToArray();
            Assert.Equal(expected, actual.Select(e => e.Other).Order());
            Assert.All(actual, e => Assert.Equal((Pair(slot, e.Other).Bits, (slot + e.Other) % 3 == 0), (e.Bits, e.IsWalled)));
        }
    }
}
