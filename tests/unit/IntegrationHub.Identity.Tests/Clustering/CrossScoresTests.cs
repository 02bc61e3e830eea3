using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>Scores within a component, small or too large for a table of all its pairs.</summary>
public sealed class CrossScoresTests
{
    [Fact]
    public void Each_pair_is_scored_once_and_what_the_search_found_is_taken_over_but_for_walls()
    {
        foreach (var count in new[] { 4, 256, 257 })
        {
            var records = RecordTables.Of(Enumerable.Range(0, count).Select(i => $"gender: {(i % 2 == 0 ? "male" : "female")}"));
            var scores = new CrossScores(records, new DecisionBook(), []);
            int[] members = [.. Enumerable.Range(0, count)];
            var (same, other) = (records.Score(0, 2, out _), records.Score(0, 1, out _));

            scores.Start(members);
            scores.Know(0, 2, new Edge(2, 7.5f, isWalled: false));
            scores.Know(1, 2, new Edge(2, 7.5f, isWalled: true));
            Assert.Equal((7.5f, 7.5f, 0), (scores.Get(0, 2, out _), scores.Get(2, 0, out _), scores.Scored));
            Assert.Equal((other, other, 1), (scores.Get(2, 1, out _), scores.Get(1, 2, out _), scores.Scored));
            Assert.Equal((other, other, 2), (scores.Get(0, 1, out _), scores.Get(1, 0, out _), scores.Scored));
            Assert.Equal((other, 3), (scores.Get(count - 1, count - 2, out _), scores.Scored));

            // The next component knows nothing of this one.
            scores.Start([.. members.Reverse().Take(count == 257 ? 257 : 3)]);
            Assert.Equal((same, other, 5), (scores.Get(0, 2, out _), scores.Get(1, 0, out _), scores.Scored));
        }
    }

    [Fact]
    public void Decisions_and_sources_wall_off_known_pairs_and_scored_ones()
    {
        foreach (var count in new[] { 4, 257 })
        {
            var records = RecordTables.Of(Enumerable.Repeat("gender: male", count));
            records.Set(3, 2, records.Profile(3), records.Content(3));
            var decisions = new DecisionBook();
            decisions.Set([Decide(1, 2, isSame: false), Decide(2, 4, isSame: false), Decide(3, 4, isSame: true)]);
            var scores = new CrossScores(records, decisions, [1]);
            scores.Start([.. Enumerable.Range(0, count)]);
            var known = new Edge(0, 1, isWalled: false);
            scores.Know(0, 1, known);
            scores.Know(2, 3, known);

            Assert.Equal(
                [Walls.Decision | Walls.DeduplicatedSource, Walls.DeduplicatedSource, Walls.None, Walls.Decision, Walls.None],
                [WallsOf(scores, 0, 1), WallsOf(scores, 0, 2), WallsOf(scores, 2, 3), WallsOf(scores, 1, 3), WallsOf(scores, 3, 0)]);
            Assert.Equal(Walls.None, WallsOf(scores, 3, 0));
        }
    }

    private static Walls WallsOf(CrossScores scores, int a, int b)
    {
        scores.Get(a, b, out var walls);
        Assert.Equal(scores.OuterWalls(a, b), walls);
        return walls;
    }

    private static Decision Decide(long a, long b, bool isSame) => new(a, b, isSame, "tester", DateTimeOffset.UnixEpoch, null);
}
