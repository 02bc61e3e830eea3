using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>A model is a function of the records alone, to the last bit: not of order, numbers, or what came and went.</summary>
public sealed class TrainingInvarianceTests
{
    private static readonly List<MatchingRecord> Records = WithEchoes(InventedRecords.Make(1400));

    private static readonly string Expected = Filled(Records, new Random(0)).Train(2, CancellationToken.None).ToJson();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_and_numbers_of_records_do_not_show_in_the_model(int seed) =>
        Assert.Equal(Expected, Filled(Records, new Random(seed)).Train(2, CancellationToken.None).ToJson());

    [Fact]
    public void What_left_or_changed_and_came_back_does_not_show_in_the_model()
    {
        var random = new Random(4);
        var engine = Filled([.. Records, .. DirtyPeople.Make(9, 60, 3)], random, out var numbers);
        for (var i = Records.Count; i < numbers.Length; i++)
        {
            engine.Remove(numbers[i]);
        }

        for (var i = 0; i + 1 < Records.Count; i += 3)
        {
            engine.Remove(numbers[i]);
            engine.Upsert(numbers[i + 1], 1, Records[i].Fields);
        }

        engine.Resolve(null, CancellationToken.None); // slots are used again after this
        for (var i = Records.Count - 1; i >= 0; i--)
        {
            engine.Upsert(numbers[i], Records[i].SourceId, Records[i].Fields);
        }

        Assert.Equal(Expected, engine.Train(2, CancellationToken.None).ToJson());
    }

    /// <summary>Adds what some records say once more, word for word: from the same source, and from another.</summary>
    private static List<MatchingRecord> WithEchoes(List<MatchingRecord> records) =>
    [
        .. records,
        .. records.Take(50).Select(r => r with { Key = r.Key + "-again" }),
        .. records.Take(51).Select(r => r with { Key = r.Key + "-elsewhere", SourceId = r.SourceId + 1 }),
    ];

    private static IdentityEngine Filled(List<MatchingRecord> records, Random random) => Filled(records, random, out _);

    private static IdentityEngine Filled(List<MatchingRecord> records, Random random, out long[] numbers)
    {
        var engine = new IdentityEngine(MatchModel.Shipped);
        numbers = [.. Enumerable.Range(1, records.Count * 2).Select(n => (long)n)];
        random.Shuffle(numbers);
        var order = Enumerable.Range(0, records.Count).ToArray();
        random.Shuffle(order);
        foreach (var i in order)
        {
            engine.Upsert(numbers[i], records[i].SourceId, records[i].Fields);
        }

        Array.Resize(ref numbers, records.Count);
        return engine;
    }
}
