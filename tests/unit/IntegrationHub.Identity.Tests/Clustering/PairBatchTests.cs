using IntegrationHub.Identity.Clustering;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>Pairs on the way to being scored.</summary>
public sealed class PairBatchTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 1)]
    [InlineData(300, 50)]
    [InlineData(20_000, 5_000)]
    [InlineData(20_000, 1_000_000)]
    public void Grouping_keeps_every_pair_and_brings_others_that_lie_near_each_other_together(int count, int slotCount)
    {
        var random = new Random(count + slotCount);
        var batch = new PairBatch();
        for (var round = 0; round < 3; round++)
        {
            batch.Clear();
            var expected = new List<(int, int)>();
            for (var i = 0; i < count >> round; i++)
            {
                expected.Add((random.Next(slotCount), random.Next(slotCount)));
                batch.Add(expected[^1].Item1, expected[^1].Item2);
            }

            batch.GroupByOther(slotCount);

            var pairs = Enumerable.Range(0, batch.Count).Select(i => (Slot: batch.Slot(i), Other: batch.Other(i))).ToList();
            Assert.Equal(expected.Order(), pairs.Order());
            var groupSize = Math.Max(1, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)slotCount) / 1024);
            Assert.Equal(pairs.Select(p => p.Other / groupSize).Order(), pairs.Select(p => p.Other / groupSize));
        }
    }
}
