namespace IntegrationHub.Identity.Tests;

public sealed class SlotSetTests
{
    [Fact]
    public void It_holds_what_a_set_holds_and_is_emptied_at_once()
    {
        var random = new Random(4);
        var (set, expected) = (new SlotSet(), new HashSet<int>());
        for (var i = 0; i < 4000; i++)
        {
            var slot = random.Next(300);
            if (random.Next(3) == 0)
            {
                set.Remove(slot);
                expected.Remove(slot);
            }
            else
            {
                Assert.Equal(expected.Add(slot), set.Add(slot));
            }

            if (i % 1500 == 1499)
            {
                set.Clear();
                expected.Clear();
            }

            Assert.Equal(expected.Count, set.Count);
            Assert.Equal(expected.Contains(slot), set.Contains(slot));
        }

        Assert.Equal(expected.Order(), set.Slots.ToArray().Order());
        Assert.False(set.Contains(100_000));
    }
}
