using IntegrationHub.Identity.Blocking;

namespace IntegrationHub.Identity.Tests.Blocking;

/// <summary>Blocks in flat arrays with changes beside them hold what a dictionary of sets holds.</summary>
public sealed class BlockTableTests
{
    [Theory]
    [InlineData(40, 400)]
    [InlineData(3, 400)]
    [InlineData(2000, 3000)]
    public void It_holds_what_was_loaded_added_and_removed(int keys, int postings)
    {
        var random = new Random(keys);
        var (table, expected) = (new BlockTable(), new Dictionary<ulong, SortedSet<int>>());
        ulong Key() => BlockKey.Of(random.Next(1, 4), (ulong)random.Next(keys)) | ((ulong)random.Next(3) << 62);
        var lists = Enumerable.Range(0, 3).Select(_ => new[] { new PostingList(0), new PostingList(4) }).ToArray();
        for (var i = 0; i < postings; i++)
        {
            var (key, record) = (Key(), random.Next(500));
            if (Of(expected, key).Add(record))
            {
                lists[BlockKey.Depth(key)][i % 2].Add(key, record);
            }
        }

        for (var depth = 0; depth < 3; depth++)
        {
            table.Load(depth, FlatBlocks.Build(lists[depth]));
        }

        Assert.True(table.IsFlat);
        Check(table, expected);
        for (var i = 0; i < postings; i++)
        {
            var (key, record) = (Key(), random.Next(500));
            if (random.Next(2) == 0 && Of(expected, key).Count > 0)
            {
                record = Of(expected, key).First();
            }

            var set = Of(expected, key);
            if (set.Remove(record))
            {
                Assert.Equal(set.Count, table.Remove(record, key));
            }
            else if (random.Next(4) == 0)
            {
                Assert.Equal(-1, table.Remove(record, key));
            }
            else
            {
                set.Add(record);
                Assert.Equal(set.Count, table.Add(record, key));
            }
        }

        Assert.False(table.IsFlat);
        Check(table, expected);
        table.Compact();
        Check(table, expected);
    }

    [Fact]
    public void Many_changes_are_taken_into_the_flat_arrays_and_few_are_not()
    {
        var table = new BlockTable();
        for (var record = 0; record < 4095; record++)
        {
            table.Add(record, BlockKey.Of(1, (ulong)record / 3));
        }

        table.Compact();
        Assert.False(table.IsFlat);

        table.Add(4095, BlockKey.Of(1, 7));
        table.Compact();

        Assert.True(table.IsFlat);
        Assert.Equal(4096, table.Flat(0).Length);
        Assert.Equal([21, 22, 23, 4095], table.Members(BlockKey.Of(1, 7)));
        Assert.Equal(3, table.Remove(22, BlockKey.Of(1, 7)));
        Assert.Equal(1, table.Flat(0).Struck);
        table.Compact();
        Assert.False(table.IsFlat);
    }

    [Fact]
    public void What_came_since_is_copied_by_depth_and_what_left_is_not()
    {
        var delta = new DeltaBlocks();
        Assert.Equal((0, 0), (delta.First(1), delta.Count(1)));
        for (var record = 0; record < 700; record++)
        {
            delta.Add(record, BlockKey.Of(1, (ulong)record));
        }

        delta.Add(5, BlockKey.Of(1, 4) | (1UL << 62));
        Assert.False(delta.Remove(9, BlockKey.Of(1, 4)));
        for (var record = 0; record < 690; record++)
        {
            Assert.True(delta.Remove(record, BlockKey.Of(1, (ulong)record)));
        }

        var (shallow, deep) = (new PostingList(0), new PostingList(0));
        delta.CopyTo(shallow, 0);
        delta.CopyTo(deep, 1);

        Assert.Equal(11, delta.Length);
        Assert.Equal(Enumerable.Range(690, 10), Records(shallow).Order());
        Assert.Equal([5], Records(deep));
    }

    private static int[] Records(PostingList list) => [.. Enumerable.Range(0, PostingList.Parts).SelectMany(part => list.Records(part).ToArray())];

    private static void Check(BlockTable table, Dictionary<ulong, SortedSet<int>> expected)
    {
        foreach (var (key, records) in expected)
        {
            Assert.Equal(records.Count, table.Count(key));
            Assert.Equal(records, table.Members(key).Order());
            Assert.Equal(records.Contains(77) ? records : [], table.Members(key).Contains(77) ? table.Members(key).Order() : []);
        }

        Assert.Equal(0, table.Count(BlockKey.Of(9, 1)));
        Assert.Empty(table.Members(BlockKey.Of(9, 1)));
    }

    private static SortedSet<int> Of(Dictionary<ulong, SortedSet<int>> sets, ulong key) =>
        sets.TryGetValue(key, out var set) ? set : sets[key] = [];
}
