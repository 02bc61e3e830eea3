using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>The engine that goes on under a model just learned takes over the blocks that learning built.</summary>
public sealed class HandOverTests
{
    private static readonly List<MatchingRecord> Records = [.. InventedRecords.Make(1400), .. Namesakes()];
    private static readonly List<MatchingRecord> Late = DirtyPeople.Make(9, 60, 3);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void It_settles_as_one_that_was_filled_anew_whatever_changes_before_or_after(bool changesBefore, bool changesAfter)
    {
        var engine = new IdentityEngine(MatchModel.Shipped);
        Put(engine, Records, first: 0);
        var model = engine.Train(2, CancellationToken.None);
        if (changesBefore)
        {
            Change(engine);
        }

        engine = engine.ContinueUnder(model);
        var (partition, pairs) = (new Partitions(), 0L);
        if (changesAfter)
        {
            partition.Apply(engine.Resolve(null, CancellationToken.None));
            Change(engine);
        }

        var resolution = engine.Resolve(null, CancellationToken.None);
        partition.Apply(resolution);
        pairs = resolution.Statistics.CandidatePairs;

        var fresh = new IdentityEngine(model);
        Put(fresh, Records, first: 0);
        if (changesBefore || changesAfter)
        {
            Change(fresh);
        }

        var expected = new Partitions();
        var settled = fresh.Resolve(null, CancellationToken.None);
        expected.Apply(settled);
        Assert.True(settled.Statistics.OversizedBlocks > 0, "No block is split: nothing shows whether that is taken over.");
        Assert.Equal(expected.Describe(Key), partition.Describe(Key));
        Assert.True(changesAfter || pairs == settled.Statistics.CandidatePairs, $"{pairs} pairs, not {settled.Statistics.CandidatePairs}");
    }

    /// <summary>Many people of one name, so that the blocks of whatever keys hold the name are too large.</summary>
    private static IEnumerable<MatchingRecord> Namesakes() => Enumerable.Range(0, 120).Select(i => new MatchingRecord(
        $"namesake{i}", 1, $"namesake{i}", Person.Of($"name.given: Grace | name.family: Okafor | phone: +1402{5550000 + (i * 37)} | address.postalCode: {68000 + (i % 30)}")));

    private static void Put(IdentityEngine engine, List<MatchingRecord> records, int first)
    {
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(first + i, records[i].SourceId, records[i].Fields);
        }
    }

    private static void Change(IdentityEngine engine)
    {
        Put(engine, Late, first: Records.Count);
        for (var i = 0; i < Records.Count; i += 7)
        {
            engine.Remove(i);
        }
    }

    private static string Key(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
