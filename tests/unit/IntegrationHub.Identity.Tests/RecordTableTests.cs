using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests;

public sealed class RecordTableTests
{
    [Fact]
    public void Slots_of_removed_records_are_used_again_once_that_is_allowed()
    {
        var records = RecordTables.Of("gender: male", "gender: female", "gender: male");
        records.Remove(1);
        Assert.Equal((2, 3), (records.Count, records.SlotsUsed));
        Assert.True(records.IsLive(0) && !records.IsLive(1));
        Assert.Equal([0, 2], records.LiveSlots.Order());
        Assert.Equal(3, records.Add(9, 4, [], 5));

        records.Reuse(1);
        Assert.Equal(1, records.Add(2, 7, [], 6));
        Assert.Equal(4, records.Add(10, 4, [], 5));
        Assert.Equal((5, 5, 2L, 7, 6UL), (records.Count, records.SlotsUsed, records.Id(1), records.Source(1), records.Content(1)));
        Assert.True(records.TryGetSlot(2, out var slot) && slot == 1 && !records.TryGetSlot(99, out _));
    }

    [Fact]
    public void It_grows_with_all_it_holds()
    {
        var records = RecordTables.Of(Enumerable.Repeat("gender: male", 1030));

        Assert.Equal((1030, 1030), (records.Count, records.SlotsUsed));
        Assert.All(Enumerable.Range(0, 1030), slot => Assert.Equal((slot + 1L, 1, (ulong)slot + 1, true), (records.Id(slot), records.Source(slot), records.Content(slot), records.IsLive(slot))));
    }

    [Fact]
    public void Records_are_ordered_by_content_then_source_then_number()
    {
        var records = RecordTables.Of();
        foreach (var (id, source, content) in new[] { (5, 9, 1UL), (4, 1, 2UL), (3, 2, 2UL), (1, 3, 2UL), (2, 3, 2UL), (6, 1, ulong.MaxValue) })
        {
            records.Add(id, source, [], content);
        }

        Assert.Equal([0, 1, 2, 3, 4, 5], new[] { 4, 5, 3, 2, 0, 1 }.Order(Comparer<int>.Create(records.Compare)));
        Assert.Equal(0, records.Compare(3, 3));
        Assert.True(records.Says(2, 2, 2) && !records.Says(2, 2, 3) && !records.Says(2, 3, 2));
    }

    [Fact]
    public void A_score_does_not_depend_on_which_record_comes_first()
    {
        var records = RecordTables.Of(
            "name.given: Anna | name.family: Holtz | email: anna.holtz@example.org", "name.given: Ana | name.family: Holz | gender: female", "name.given: Bernd | gender: male",
            "name.given: Peter | name.family: Fabian", "name.given: Kate | name.family: Meyer");
        foreach (var (a, b) in new[] { (0, 1), (0, 2), (1, 2), (3, 4) })
        {
            var score = records.Score(a, b, out var walls);
            Assert.Equal((score, walls), (records.Score(b, a, out var back), back));
            Assert.Equal(records.Against(a, b), records.Against(b, a));
            Assert.True(records.Against(a, b) <= 0);
            foreach (var (x, y) in new[] { (a, b), (b, a) })
            {
                Assert.True(records.Reaches(x, y, score, out var bits, out var found));
                Assert.Equal((score, walls), (bits, found));
                Assert.False(records.Reaches(x, y, MathF.BitIncrement(score), out _, out _));
            }
        }
    }

    [Fact]
    public void Under_another_scorer_it_holds_the_same_records()
    {
        var records = RecordTables.Of("gender: male", "gender: female");
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var other = records.Under(new PairScorer(words, values, names, WeighedModel.Instance));

        Assert.Equal((2, 2, 2L, 1, 2UL), (other.Count, other.SlotsUsed, other.Id(1), other.Source(1), other.Content(1)));
        Assert.True(other.TryGetSlot(2, out var slot) && slot == 1);
        Assert.NotEqual(records.Score(0, 1, out _), other.Score(0, 1, out _));
        records.Remove(0);
        records.Reuse(0);
        Assert.Equal(0, other.Add(3, 1, [], 3));
    }
}
