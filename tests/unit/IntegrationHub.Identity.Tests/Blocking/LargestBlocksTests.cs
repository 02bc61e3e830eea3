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

    [Fact]
    public void The_cost_of_a_key_is_its_pairs_and_capped_in_a_large_block()
    {
        // Number 1: blocks of 5 and 2, and 20, of which each record meets 4; number 2: one record alone.
        var keys = new Dictionary<int, ulong[]>();
        for (var record = 0; record < 28; record++)
        {
            var block = record < 5 ? 1UL : record < 7 ? 2UL : 3UL;
            keys[record] = record == 27 ? [BlockKey.Of(2, 1)] : [BlockKey.Of(1, block)];
        }

        var pairs = KeySizes.Pairs(Enumerable.Range(0, 28).ToArray(), () => new Fixed(keys), 2, blockMax: 4);

        Assert.Equal([0, 10 + 1 + (20 * 4 / 2), 0], pairs);
    }

    private sealed class Fixed(Dictionary<int, ulong[]> keys) : IRecordKeys
    {
        public ReadOnlySpan<ulong> Of(int record) => keys[record];
    }
}
