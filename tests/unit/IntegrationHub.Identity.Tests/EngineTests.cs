using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Evaluating;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests;

/// <summary>The engine as its callers see it: what is touched, what is counted, what is refused.</summary>
public sealed class EngineTests
{
    private const string Anna = "name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | email: anna.holtz@example.org";
    private const string AnnaAgain = "name.given: Anna | name.family: Holz | birthDate: 1981-04-07 | phone: 5553395178";
    private const string Bernd = "name.given: Bernd | name.family: Kruse | birthDate: 1960-11-30 | phone: 5552817743";

    [Fact]
    public void A_record_that_says_the_same_again_settles_its_cluster_and_counts_no_pair()
    {
        var engine = Person.Engine(Anna, AnnaAgain, Bernd);
        Assert.Equal([1L, 2L, 3L], Resolve(engine).Touched);
        Assert.Empty(Resolve(engine).Touched);

        engine.Upsert(2, 1, Person.Of(AnnaAgain + " | note: new"));
        var resolution = Resolve(engine);

        Assert.Equal([1L, 2L], resolution.Touched);
        Assert.Equal((0, 1), (resolution.Statistics.CandidatePairs, resolution.Statistics.LinkedPairs));
        Assert.Equal(3, engine.Count);
    }

    [Fact]
    public void Removed_records_are_touched_and_their_clusters_settled()
    {
        var engine = Person.Engine(Anna, AnnaAgain, Bernd);
        Resolve(engine);
        engine.Remove(1);
        engine.Remove(99);
        var resolution = Resolve(engine);

        Assert.Equal([1L, 2L], resolution.Touched);
        Assert.Equal([2L], Assert.Single(resolution.Clusters));
        engine.Upsert(1, 1, Person.Of(Anna));
        Assert.Equal([1L, 2L], Assert.Single(Resolve(engine).Clusters));

        engine.Remove(1);
        engine.Upsert(1, 1, Person.Of(Bernd));
        Assert.Equal([1L, 2L, 3L], Resolve(engine).Touched);
        Assert.Equal("1 3 | 2", Clusters(engine, 1, 2));
    }

    [Fact]
    public void A_record_that_says_something_else_leaves_its_cluster_and_joins_another()
    {
        var engine = Person.Engine(Anna, AnnaAgain, Bernd);
        Resolve(engine);
        engine.Upsert(2, 1, Person.Of(Bernd));
        Assert.Equal("1 | 2 3", Clusters(engine, 1, 2));
        var resolution = Resolve(engine);

        Assert.Equal([1L, 2L, 3L], resolution.Touched);
        Assert.Equal([[1], [2, 3]], resolution.Clusters.OrderBy(c => c[0]));
        Assert.Equal(1, resolution.Statistics.LinkedPairs);

        engine.Upsert(3, 1, Person.Of(Anna));
        engine.MarkClean();
        Assert.Equal("1 3 | 2", Clusters(engine, 1, 2));
    }

    [Fact]
    public void Statistics_count_each_pair_once_and_name_large_blocks()
    {
        var engine = new IdentityEngine(ModelVariants.WithBlocksOf(3));
        for (var i = 1; i <= 5; i++)
        {
            engine.Upsert(i, 1, Person.Of($"email: visitor.77@example.org | phone: 555281774{(i < 4 ? 1 : 2)}"));
        }

        var statistics = Resolve(engine).Statistics;

        // By e-mail the five are too many: they are compared by phone within it.
        Assert.Equal((4, 4), (statistics.CandidatePairs, statistics.LinkedPairs));
        Assert.InRange(statistics.ScoredPairs, 4, 8);
        Assert.Equal(["email", "email.local"], statistics.WorstKeys.Where(k => k.Depth == 0).Select(k => k.Key).Order(StringComparer.Ordinal));
        Assert.All(statistics.WorstKeys, k => Assert.Equal(5, k.Records));
        Assert.Equal((2, 0), (statistics.OversizedBlocks, statistics.WindowedBlocks));
        Assert.Empty(Resolve(Person.Engine(Anna, AnnaAgain)).Statistics.WorstKeys);
    }

    [Fact]
    public void Progress_ends_at_one_and_a_stop_leaves_everything_to_settle()
    {
        var engine = Person.Engine(Anna, AnnaAgain, Bernd);
        var reports = new Reports();
        Assert.Throws<OperationCanceledException>(() => engine.Resolve(reports, new CancellationToken(canceled: true)));

        Assert.Equal(3, engine.Resolve(reports, CancellationToken.None).Touched.Count);
        Assert.Equal(reports.Seen.Order(), reports.Seen);
        Assert.Equal((.85, 1), (reports.Seen[0], reports.Seen[^1]));
        var visited = new Reports();
        engine.ForEachCandidate(_ => { }, visited, CancellationToken.None);
        Assert.Equal([0, 1], visited.Seen);
        var crowd = Person.Engine([.. Enumerable.Repeat("gender: female", 2049)]);
        visited.Seen.Clear();
        crowd.ForEachCandidate(_ => { }, visited, CancellationToken.None);
        Assert.Equal([0, 1024 / 2049d, 2048 / 2049d, 1], visited.Seen);
        Assert.Throws<OperationCanceledException>(() => engine.ForEachCandidate(_ => { }, null, new CancellationToken(canceled: true)));
        Assert.Equal(.5, engine.LinkProbability);
    }

    [Fact]
    public void Sources_free_of_duplicates_touch_their_records_alone()
    {
        var engine = new IdentityEngine(MatchModel.Shipped);
        engine.Upsert(1, 1, Person.Of(Anna));
        engine.Upsert(2, 2, Person.Of(Bernd));
        Resolve(engine);

        engine.SetDeduplicatedSources([2]);
        Assert.Equal([2L], Resolve(engine).Touched);
        engine.SetDeduplicatedSources([2, 1]);
        Assert.Equal([1L], Resolve(engine).Touched);
        engine.SetDeduplicatedSources([2, 1]);
        Assert.Empty(Resolve(engine).Touched);
    }

    [Fact]
    public void Decisions_touch_what_they_name_and_an_always_keeps_a_pair_that_no_key_proposes()
    {
        var engine = Person.Engine(Anna, AnnaAgain, Bernd);
        Resolve(engine);
        engine.SetDecisions([Decide(2, 3, isSame: true), Decide(1, 88, isSame: true)]);

        Assert.Equal([1L, 2L, 3L], Resolve(engine).Touched);
        var pairs = new List<CandidatePair>();
        engine.ForEachCandidate(pairs.Add, null, CancellationToken.None);
        Assert.Equal([(1, 2, PairStanding.ByScore), (2, 3, PairStanding.Always)], pairs.Select(p => (p.RecordA, p.RecordB, p.Standing)).Order());
        Assert.Equal("1 2 3", Clusters(engine, 1));
    }

    [Fact]
    public void A_pair_across_two_clusters_is_doubtful_unless_something_forbids_it()
    {
        const string Half = "name.given: Anna | name.family: Holtz";
        var engine = new IdentityEngine(ModelVariants.Edit(m => m["limits"]!["threshold"] = 40));
        engine.Upsert(1, 1, Person.Of(Half + " | birthDate: 1981-04-07"));
        engine.Upsert(2, 1, Person.Of(Half + " | birthDate: 1981-04-07"));

        var doubt = Assert.Single(Resolve(engine).Doubtful);
        Assert.Equal((1, 2, false), (doubt.RecordA, doubt.RecordB, doubt.IsAmbiguous));
        Assert.Equal(engine.Explain(1, 2).Probability, doubt.Probability, 6);
        Assert.Equal(MatchOutcome.Review, engine.Explain(1, 2).Outcome);
        engine.SetDeduplicatedSources([1]);
        Assert.Empty(Resolve(engine).Doubtful);
        engine.SetDeduplicatedSources([]);
        Assert.Single(Resolve(engine).Doubtful);
        engine.SetDecisions([Decide(1, 2, isSame: false)]);
        Assert.Empty(Resolve(engine).Doubtful);
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        var engine = Person.Engine(Anna, Bernd);

        Assert.Contains("Record 9 is not held", Assert.Throws<KeyNotFoundException>(() => engine.ExplainMerges(9, CancellationToken.None)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => engine.Upsert(1, 1, null!));
        Assert.Throws<ArgumentNullException>(() => engine.SetDecisions(null!));
        Assert.Throws<ArgumentNullException>(() => engine.SetDeduplicatedSources(null!));
        Assert.Throws<ArgumentNullException>(() => engine.Under(null!));
        Assert.Throws<ArgumentNullException>(() => new IdentityEngine(null!));
        Assert.Throws<ArgumentNullException>(() => engine.ForEachCandidate(null!, null, CancellationToken.None));
    }

    [Fact]
    public void The_records_of_an_engine_live_on_under_another_model()
    {
        var engine = Person.Engine(Anna, AnnaAgain);
        var next = engine.ContinueUnder(MatchModel.Shipped);

        Assert.Contains("another's records", Assert.Throws<InvalidOperationException>(() => engine.Remove(1)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => engine.ContinueUnder(MatchModel.Shipped));
        next.Upsert(3, 1, Person.Of(Anna));
        Assert.Equal([1L, 2L, 3L], Assert.Single(Resolve(next).Clusters));
    }

    private static string Clusters(IdentityEngine engine, params long[] asked)
    {
        var histories = asked.Select(id => string.Join(' ', engine.ExplainMerges(id, CancellationToken.None).Records));
        return string.Join(" | ", histories);
    }

    private static Resolution Resolve(IdentityEngine engine) => engine.Resolve(null, CancellationToken.None);

    private static Decision Decide(long a, long b, bool isSame) => new(a, b, isSame, "tester", DateTimeOffset.UnixEpoch, null);

    private sealed class Reports : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public void Report(double value) => Seen.Add(value);
    }
}
