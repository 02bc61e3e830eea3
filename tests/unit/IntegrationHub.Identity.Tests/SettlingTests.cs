using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests;

/// <summary>What is searched and counted when changes are settled, few or many at once.</summary>
public sealed class SettlingTests
{
    [Fact]
    public void After_a_load_a_change_is_followed_over_links_and_decisions_as_far_as_they_lead()
    {
        const string Name = "name.given: Zebulon | name.family: Quillfeather | birthDate: 1950-05-05";
        var engine = Person.Engine(
            $"{Name} | email: one@example.org | id: card=111222",
            $"{Name} | id: card=111222 | id: account=333444",
            $"{Name} | id: account=333444 | id: member=555666",
            "name.given: Ingrid | name.family: Okafor | id: member=777888",
            "name.given: Dmitri | name.family: Vasquez | id: member=999000",
            "name.given: Walter | name.family: Norberg | id: member=121314",
            "name.given: Walter | name.family: Norberg | id: member=151617");
        engine.SetDecisions([Decide(3, 4, isSame: true), Decide(4, 5, isSame: false), Decide(5, 6, isSame: true), Decide(4, 99, isSame: true)]);
        engine.MarkClean();

        engine.Upsert(8, 1, Person.Of($"{Name} | email: one@example.org"));
        var resolution = engine.Resolve(null, CancellationToken.None);

        Assert.Equal([1L, 2L, 3L, 4L, 8L], resolution.Touched);
        Assert.Equal([1L, 2L, 3L, 4L, 8L], Assert.Single(resolution.Clusters));
    }

    [Fact]
    public void After_a_load_those_that_a_gone_or_changed_record_linked_with_are_settled()
    {
        const string Anna = "name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | email: anna.holtz@example.org";
        foreach (var (change, touched) in new (Action<IdentityEngine> Change, long[] Touched)[]
        {
            (engine => engine.Remove(2), [1, 2]),
            (engine => engine.Upsert(2, 1, Person.Of("name.given: Dmitri | name.family: Vasquez")), [1, 2]),
            (engine => engine.Remove(3), [3, 4]),
            (engine => engine.Remove(5), [5]),
        })
        {
            var engine = Person.Engine(
                Anna, Anna, "name.given: Ingrid | id: member=777888", "name.given: Walter | id: member=121314", "name.given: Anna | name.family: Okafor");
            engine.SetDecisions([Decide(3, 4, isSame: true), Decide(5, 99, isSame: true)]);
            engine.MarkClean();

            change(engine);

            var resolution = engine.Resolve(null, CancellationToken.None);
            Assert.Equal(touched, resolution.Touched);
            Assert.All(resolution.Clusters, cluster => Assert.Single(cluster));
        }
    }

    [Fact]
    public void Many_components_are_settled_on_both_cores_as_one_by_one()
    {
        var (whole, single) = (new IdentityEngine(MatchModel.Shipped), new IdentityEngine(MatchModel.Shipped));
        var (scored, doubtful, random) = (0L, new List<(long, long)>(), new Random(6));
        string Word() => new([.. Enumerable.Range(0, 9).Select(_ => (char)random.Next('a', 'z' + 1))]);
        for (var i = 0; i < 70; i++)
        {
            // What fits two who cannot be one: three customers and two doubtful pairs a home, scored within it.
            var id = 3 * i;
            var home = $"name.family: {Word()} | address.street: {Word()} Lane | address.houseNumber: {1 + i} | address.postalCode: {40_000 + (i * 131)}";
            string[] lines =
            [
                $"name.given: Q{Word()} | birthDate: {1930 + (i % 15)}-0{1 + (i / 15)}-11 | {home} | id:ssn={100_000_000 + (i * 1_234_567)}",
                $"name.given: Q{Word()} | birthDate: {1980 + (i % 15)}-0{9 - (i / 15)}-23 | {home} | id:ssn={600_000_000 + (i * 1_345_678)}",
                $"name.given: Q | {home}",
            ];
            for (var line = 0; line < lines.Length; line++)
            {
                whole.Upsert(id + line, 1, Person.Of(lines[line]));
                single.Upsert(id + line, 1, Person.Of(lines[line]));
            }

            var step = single.Resolve(null, CancellationToken.None);
            Assert.Equal(3, step.Clusters.Count);
            scored += step.Statistics.ScoredPairs - step.Statistics.CandidatePairs;
            doubtful.AddRange(step.Doubtful.Select(d => (d.RecordA, d.RecordB)));
        }

        var resolution = whole.Resolve(null, CancellationToken.None);

        Assert.Equal(210, resolution.Clusters.Count);
        Assert.Equal(doubtful, resolution.Doubtful.Select(d => (d.RecordA, d.RecordB)));
        Assert.Equal(140, doubtful.Count);
        Assert.Equal(scored, resolution.Statistics.ScoredPairs - resolution.Statistics.CandidatePairs);
        Assert.True(scored > 0);
    }

    [Fact]
    public void Doubtful_pairs_come_by_record_number()
    {
        const string Half = "name.given: Anna | name.family: Holtz";
        var engine = new IdentityEngine(ModelVariants.Edit(m => m["limits"]!["threshold"] = 40));
        foreach (var number in new[] { 4, 2, 3, 1 })
        {
            engine.Upsert(number, 1, Person.Of(Half));
        }

        Assert.Equal(
            [(1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)], engine.Resolve(null, CancellationToken.None).Doubtful.Select(d => (d.RecordA, d.RecordB)));
    }

    [Fact]
    public void A_stop_in_the_middle_of_the_search_leaves_nothing_half_known()
    {
        var records = DirtyPeople.Make(3, 150, 4);
        var (stopped, whole) = (new IdentityEngine(MatchModel.Shipped), new IdentityEngine(MatchModel.Shipped));
        for (var i = 0; i < records.Count; i++)
        {
            stopped.Upsert(i, records[i].SourceId, records[i].Fields);
            whole.Upsert(i, records[i].SourceId, records[i].Fields);
        }

        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => stopped.Resolve(new Stop(source), source.Token));

        Assert.Equal(Person.Clusters(whole), Person.Clusters(stopped));
    }

    [Fact]
    public void Each_pair_that_a_key_proposes_is_counted_once_however_many_records_come_at_once()
    {
        var records = DirtyPeople.Make(3, 100, 4);
        foreach (var (first, then) in new[] { (1, 1), (64, 1), (65, 64), (129, 65), (200, 3) })
        {
            var engine = new IdentityEngine(ModelVariants.WithBlocksOf(1000));
            var (at, settled) = (0, 0L);
            foreach (var batch in new[] { first, then })
            {
                for (var end = at + batch; at < end; at++)
                {
                    engine.Upsert(at, records[at].SourceId, records[at].Fields);
                }

                var reports = new Reports();
                var statistics = engine.Resolve(reports, CancellationToken.None).Statistics;
                var proposed = 0;
                engine.ForEachCandidate(_ => proposed++, null, CancellationToken.None);

                // Of those settled before, pairs with a new record alone are looked at.
                Assert.Equal(proposed, settled + statistics.CandidatePairs);
                Assert.True(statistics.ScoredPairs >= statistics.CandidatePairs);
                Assert.Equal(.85, reports.Seen[..^1].Max());
                Assert.Equal(1, reports.Seen[^1]);
                settled = proposed;
            }
        }
    }

    [Fact]
    public void All_pairs_at_once_are_those_found_record_by_record_also_where_blocks_are_split_or_compared_by_neighbours()
    {
        var engine = new IdentityEngine(ModelVariants.WithBlocksOf(3));
        var records = DirtyPeople.Make(5, 35, 4);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i, records[i].SourceId, records[i].Fields);
            engine.Upsert(1000 + i, 1, Person.Of(i % 3 == 0 ? "email: visitor.77@example.org" : "name.given: Zebulon | name.family: Quillfeather"));
        }

        var statistics = engine.Resolve(null, CancellationToken.None).Statistics;

        var pairs = new HashSet<(long, long)>();
        engine.ForEachCandidate(pair => Assert.True(pairs.Add((pair.RecordA, pair.RecordB))), null, CancellationToken.None);
        Assert.Equal(pairs.Count, statistics.CandidatePairs);
        Assert.True(statistics is { OversizedBlocks: > 0, WindowedBlocks: > 0 });
        Assert.All(pairs.Where((_, i) => i % 20 == 0), pair => Assert.True(engine.IsCandidatePair(pair.Item2, pair.Item1)));
    }

    private static Decision Decide(long a, long b, bool isSame) => new(a, b, isSame, "tester", DateTimeOffset.UnixEpoch, null);

    private sealed class Stop(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }

    private sealed class Reports : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public void Report(double value)
        {
            lock (Seen)
            {
                Seen.Add(value);
            }
        }
    }
}
