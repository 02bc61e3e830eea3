using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Evaluating;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Evaluating;

public sealed class CandidatesTests
{
    [Fact]
    public void Every_pair_that_keys_propose_comes_once_with_the_score_of_clustering()
    {
        var records = DirtyPeople.Make(seed: 7, people: 60, recordsPerPerson: 4);
        var (_, resolution, engine) = MatchingRun.Run(records);

        var seen = Candidates(engine);

        Assert.Equal(resolution.Statistics.CandidatePairs, seen.Count);
        Assert.Equal(seen.Count, seen.Select(p => (p.RecordA, p.RecordB)).Distinct().Count());
        Assert.All(seen, p => Assert.True(engine.IsCandidatePair(p.RecordA, p.RecordB) && p.Bits == engine.ScoreOf(p.RecordA, p.RecordB)));
    }

    [Fact]
    public void Decisions_stand_above_the_score_and_bring_pairs_that_no_key_proposes()
    {
        var engine = Person.Engine(
            "name.given: Anna | name.family: Adler | email: anna@example.org",
            "name.given: Anna | name.family: Adler | email: anna@example.org",
            "name.given: Hugo | name.family: Novak | phone: +15550102030");
        engine.SetDecisions([Decided(1, 2, isSame: false), Decided(2, 3, isSame: true)]);

        var standings = Candidates(engine).ToDictionary(p => (p.RecordA, p.RecordB), p => p.Standing);

        Assert.Equal(PairStanding.Never, standings[(1, 2)]);
        Assert.Equal(PairStanding.Always, standings[(2, 3)]);
    }

    [Fact]
    public void Two_records_of_a_source_without_duplicates_are_forbidden()
    {
        var engine = Person.Engine("name.given: Anna | name.family: Adler | email: a@example.org", "name.given: Anna | name.family: Adler | email: a@example.org");
        Assert.Equal(PairStanding.ByScore, Assert.Single(Candidates(engine)).Standing);

        engine.SetDeduplicatedSources([1]);

        Assert.Equal(PairStanding.Never, Assert.Single(Candidates(engine)).Standing);
    }

    private static Decision Decided(long a, long b, bool isSame) => new(a, b, isSame, "someone", DateTimeOffset.UnixEpoch, null);

    private static List<CandidatePair> Candidates(IdentityEngine engine)
    {
        var pairs = new List<CandidatePair>();
        engine.ForEachCandidate(pairs.Add, null, CancellationToken.None);
        return pairs;
    }
}
