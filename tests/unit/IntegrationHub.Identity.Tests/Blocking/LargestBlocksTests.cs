using IntegrationHub.Identity.Blocking;

namespace IntegrationHub.Identity.Tests.Blocking;

/// <summary>What reports name: the largest blocks, and what keys cost.</summary>
public sealed class LargestBlocksTests
{
    [Fact]
    public void The_largest_are_kept_by_size_then_key_at_their_size_of_today()
    {
        var table = new BlockTable();
        var largest = new LargestBlocks(table);
        foreach (var number in Enumerable.Range(1, 60).OrderBy(n => n * 17 % 61))
        {
            var key = BlockKey.Of(1, (ulong)number);
            for (var record = 0; record < number; record++)
            {
                largest.Note(key, table.Add(record, key));
            }
        }

        table.Remove(0, BlockKey.Of(1, 60));

        Assert.Equal([(59, 59), (60, 59), (58, 58)], largest.Top(3).Select(b => ((int)(b.Key & 255), b.Size)));
        Assert.Equal(32, largest.Top(100).Count());
        Assert.Equal(29, largest.Top(100).Min(b => b.Size));
    }
}
