namespace IntegrationHub.Identity.Tests;

public sealed class TwoCoresTests
{
    [Fact]
    public void Work_is_shared_out_without_gap_or_overlap_and_its_results_keep_the_order()
    {
        foreach (var count in new[] { 0, 1, 2, 7, 64, 65 })
        {
            var parts = TwoCores.InParts(count, 64, (from, to) => (from, to));
            Assert.Equal(count < 64 ? 1 : TwoCores.Workers, parts.Length);
            Assert.Equal(Enumerable.Range(0, count), parts.SelectMany(p => Enumerable.Range(p.from, p.to - p.from)));

            var seen = new List<int>();
            TwoCores.InParts(count, (from, to) =>
            {
                lock (seen)
                {
                    seen.AddRange(Enumerable.Range(from, to - from));
                }
            });
            Assert.Equal(Enumerable.Range(0, count), seen.Order());
        }

        Assert.Equal((1, TwoCores.Workers), (TwoCores.WorkersFor(63, 64), TwoCores.WorkersFor(64, 64)));
        Assert.InRange(TwoCores.Workers, 1, 2);
        Assert.Equal(TwoCores.Workers, TwoCores.Options(TestContext.Current.CancellationToken).MaxDegreeOfParallelism);
        Assert.True(TwoCores.Options(new CancellationToken(canceled: true)).CancellationToken.IsCancellationRequested);
    }
}
