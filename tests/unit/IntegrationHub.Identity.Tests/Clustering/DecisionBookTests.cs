using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Clustering;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>Decisions by record, and which records a new set of them touches.</summary>
public sealed class DecisionBookTests
{
    [Fact]
    public void Decisions_are_found_by_pair_and_by_record()
    {
        var book = new DecisionBook();
        Assert.True(book.IsEmpty);
        Assert.False(book.IsNever(1, 2));
        Assert.Equal([1L, 2L, 3L], book.Set([Decide(2, 1, isSame: true), Decide(1, 3, isSame: false)]).Order());

        Assert.False(book.IsEmpty);
        Assert.Equal(2, book.All.Count);
        Assert.Equal((true, false, null), (book.Find(1, 2)!.IsSame, book.Find(3, 1)!.IsSame, book.Find(2, 3)));
        Assert.True(book.IsNever(1, 3) && book.IsNever(3, 1));
        Assert.False(book.IsNever(1, 2) || book.IsNever(2, 3));
        Assert.Equal([(2, true), (3, false)], book.Of(1).ToArray());
        Assert.Equal([(1, false)], book.Of(3).ToArray());
        Assert.True(book.Of(9).IsEmpty);
    }

    [Fact]
    public void Only_records_whose_decisions_changed_are_touched()
    {
        var book = new DecisionBook();
        book.Set([Decide(1, 2, isSame: true), Decide(3, 4, isSame: false), Decide(5, 6, isSame: true)]);

        Assert.Empty(book.Set([Decide(2, 1, isSame: true), Decide(4, 3, isSame: false), Decide(6, 5, isSame: true)]));
        Assert.Equal([3L, 4L, 5L, 6L, 7L, 8L], book.Set([Decide(1, 2, isSame: true), Decide(3, 4, isSame: true), Decide(7, 8, isSame: true)]).Order());
        Assert.Equal([1L, 2L, 3L, 4L, 7L, 8L], book.Set([]).Order());
        Assert.True(book.IsEmpty && book.Of(1).IsEmpty);
    }

    [Fact]
    public void A_decision_names_two_records_and_a_pair_has_one()
    {
        var book = new DecisionBook();

        Assert.Contains("two different records", Assert.Throws<ArgumentException>(() => book.Set([Decide(1, 1, isSame: true)])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "same pair", Assert.Throws<ArgumentException>(() => book.Set([Decide(1, 2, isSame: true), Decide(2, 1, isSame: false)])).Message, StringComparison.Ordinal);
        Assert.True(book.IsEmpty);
    }

    private static Decision Decide(long a, long b, bool isSame) => new(a, b, isSame, "tester", DateTimeOffset.UnixEpoch, null);
}
