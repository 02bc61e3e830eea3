using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Tests.Blocking;

/// <summary>What keeps most questions away from a large set.</summary>
public sealed class HashFilterTests
{
    [Fact]
    public void What_was_added_can_be_contained_and_little_else()
    {
        var (filter, other, both) = (new HashFilter(16), new HashFilter(16), new HashFilter(16));
        for (var i = 0UL; i < 1000; i++)
        {
            (i % 2 == 0 ? filter : other).Add(StableHash.Mix(i));
        }

        both.AddAll(filter);
        both.AddAll(other);

        for (var i = 0UL; i < 1000; i++)
        {
            Assert.True((i % 2 == 0 ? filter : other).CanContain(StableHash.Mix(i)));
            Assert.True(both.CanContain(StableHash.Mix(i)));
        }

        // A thousand of 65,536 places are taken.
        var wrong = Enumerable.Range(1000, 10_000).Count(i => both.CanContain(StableHash.Mix((ulong)i)));
        Assert.InRange(wrong, 50, 300);
    }
}
