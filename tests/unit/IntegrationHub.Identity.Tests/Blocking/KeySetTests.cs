using IntegrationHub.Identity.Blocking;

namespace IntegrationHub.Identity.Tests.Blocking;

/// <summary>Sets of keys, alone and packed into a model.</summary>
public sealed class KeySetTests
{
    [Fact]
    public void It_holds_what_a_set_holds_through_any_adding_and_removing()
    {
        var random = new Random(3);
        var expected = new HashSet<ulong>();
        var set = new KeySet();
        Assert.False(set.Contains(1));
        for (var i = 0; i < 3000; i++)
        {
            // Few different keys, so that chains of neighbours are opened and closed again and again.
            var key = (ulong)random.Next(1, 90);
            var isAdding = random.Next(5) > (i / 700 % 2 == 0 ? 1 : 3);
            Assert.Equal(isAdding ? expected.Add(key) : expected.Remove(key), isAdding ? set.Add(key) : set.Remove(key));
            Assert.Equal(expected.Count, set.Count);
            if (i % 50 == 0)
            {
                Assert.Equal(expected.Order(), set.Keys.Order());
                Assert.All(Enumerable.Range(1, 90), k => Assert.Equal(expected.Contains((ulong)k), set.Contains((ulong)k)));
            }
        }
    }

    [Fact]
    public void Packed_keys_are_sorted_and_come_back_once()
    {
        var text = PackedKeys.Write([9, 2, ulong.MaxValue, 2]);

        Assert.Equal(Convert.ToBase64String([2, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255]), text);
        Assert.Equal([2UL, 9UL, ulong.MaxValue], PackedKeys.Read(text, "splitKeys").Keys.Order());
        Assert.Equal(0, PackedKeys.Read(string.Empty, "splitKeys").Count);
    }

    [Theory]
    [InlineData("###")]
    [InlineData("AAAA")]
    public void What_was_not_packed_is_refused_by_the_name_of_its_part(string text) =>
        Assert.Contains("splitKeys", Assert.Throws<FormatException>(() => PackedKeys.Read(text, "splitKeys")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_tells_its_number_and_how_it_was_refined()
    {
        var key = BlockKey.Of(37, ulong.MaxValue);
        var once = BlockKey.Refine(key, 3, 11);
        var twice = BlockKey.Refine(once, 5, 12);

        Assert.Equal((0, 37, (1UL << 53) - 1), (BlockKey.Depth(key), BlockKey.Number(key), key & ((1UL << 56) - 1)));
        Assert.Equal((1, 37, 3), (BlockKey.Depth(once), BlockKey.Number(once), BlockKey.LastAtom(once)));
        Assert.Equal((2, 37, 5), (BlockKey.Depth(twice), BlockKey.Number(twice), BlockKey.LastAtom(twice)));
        Assert.NotEqual(once, BlockKey.Refine(key, 3, 12));
        Assert.NotEqual(BlockKey.Refine(once, 5, 12), BlockKey.Refine(BlockKey.Refine(key, 3, 13), 5, 12));
    }

    [Fact]
    public void A_block_is_too_large_by_size_or_because_it_was_learned_to_be()
    {
        var learned = new KeySet();
        learned.Add(7);

        Assert.True(new SplitRule(5, learned: null).IsOversized(1, 6));
        Assert.False(new SplitRule(5, learned: null).IsOversized(1, 5));
        Assert.True(new SplitRule(5, learned).IsOversized(7, 1));
        Assert.False(new SplitRule(5, learned).IsOversized(1, 5 * 64));
        Assert.True(new SplitRule(5, learned).IsOversized(1, (5 * 64) + 1));
    }
}
