using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>The partition is a function of the records alone: not of order, numbers, batches or what came and went.</summary>
public sealed class PartitionInvarianceTests
{
    public static TheoryData<int, int> Cases()
    {
        var data = new TheoryData<int, int>();
        foreach (var seed in Enumerable.Range(1, 6))
        {
            data.Add(seed, 48);
            data.Add(seed, 4);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Order_and_numbers_of_records_do_not_show(int seed, int blockMax)
    {
        var records = DirtyPeople.Make(seed, 60, 5);
        var model = ModelVariants.WithBlocksOf(blockMax);
        var expected = Bulk(records, model, new Random(seed));

        for (var round = 0; round < 4; round++)
        {
            Assert.Equal(expected, Bulk(records, model, new Random((seed * 100) + round)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Batches_changes_removals_and_restarts_do_not_show(int seed, int blockMax)
    {
        var records = DirtyPeople.Make(seed, 60, 5);
        var model = ModelVariants.WithBlocksOf(blockMax);

        Assert.Equal(Bulk(records, model, new Random(seed)), Piecemeal(records, model, new Random(seed + 7)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Under_a_model_that_was_learned_nothing_of_it_shows_either(int seed)
    {
        var records = DirtyPeople.Make(seed, 90, 5);
        var model = MatchingRun.Trained(records);
        var expected = Bulk(records, model, new Random(seed));

        Assert.Equal(expected, Bulk(records, model, new Random(seed + 100)));
        Assert.Equal(expected, Piecemeal(records, model, new Random(seed + 7)));
    }

    [Fact]
    public void Records_of_others_do_not_change_the_clusters_of_a_subset()
    {
        var records = DirtyPeople.Make(3, 40, 5);
        var strangers = DirtyPeople.Make(4, 30, 3)
            .Select(r => r with { Key = "x" + r.Key, Fields = [.. r.Fields.Select(f => f with { Value = "q" + f.Value })] }).ToList();
        var model = ModelVariants.WithBlocksOf(48);
        var alone = Bulk(records, model, new Random(1)).Split('\n');

        var together = Bulk([.. records, .. strangers], model, new Random(2)).Split('\n');

        Assert.Equal(alone, together.Where(line => line[0] != 'x'));
    }

    private static string Bulk(List<MatchingRecord> records, MatchModel model, Random random)
    {
        var engine = new IdentityEngine(model);
        var numbers = Numbers(records, random);
        foreach (var record in numbers.Keys.OrderBy(_ => random.Next()))
        {
            engine.Upsert(numbers[record], record.SourceId, record.Fields);
        }

        var partitions = new Partitions();
        partitions.Apply(engine.Resolve(null, CancellationToken.None));
        return partitions.Describe(KeyOf(numbers));
    }

    private static string Piecemeal(List<MatchingRecord> records, MatchModel model, Random random)
    {
        var engine = new IdentityEngine(model);
        var numbers = Numbers(records, random);
        var partitions = new Partitions();
        var held = new Dictionary<MatchingRecord, IReadOnlyList<Core.Records.Field>>();
        for (var step = 0; step < 400; step++)
        {
            var record = records[random.Next(records.Count)];
            Disturb(engine, held, record, numbers[record], records[random.Next(records.Count)].Fields, random.Next(10));
            if (random.Next(12) == 0)
            {
                partitions.Apply(engine.Resolve(null, CancellationToken.None));
            }

            if (random.Next(80) == 0)
            {
                partitions.Apply(engine.Resolve(null, CancellationToken.None));
                engine = Restart(model, held, numbers);
            }
        }

        // What is as it should be is not told again: the engine would settle it anew and so hide what it had missed.
        foreach (var record in records.Where(r => held.GetValueOrDefault(r) != r.Fields).OrderBy(_ => random.Next()))
        {
            engine.Upsert(numbers[record], record.SourceId, record.Fields);
            if (random.Next(20) == 0)
            {
                partitions.Apply(engine.Resolve(null, CancellationToken.None));
            }
        }

        partitions.Apply(engine.Resolve(null, CancellationToken.None));
        return partitions.Describe(KeyOf(numbers));
    }

    private static void Disturb(
        IdentityEngine engine,
        Dictionary<MatchingRecord, IReadOnlyList<Core.Records.Field>> held,
        MatchingRecord record,
        long number,
        IReadOnlyList<Core.Records.Field> others,
        int what)
    {
        if (what < 3)
        {
            engine.Remove(number);
            held.Remove(record);
            return;
        }

        held[record] = what < 5 ? others : record.Fields;
        engine.Upsert(number, record.SourceId, held[record]);
    }

    private static IdentityEngine Restart(
        MatchModel model, Dictionary<MatchingRecord, IReadOnlyList<Core.Records.Field>> held, Dictionary<MatchingRecord, long> numbers)
    {
        var engine = new IdentityEngine(model);
        foreach (var (record, fields) in held)
        {
            engine.Upsert(numbers[record], record.SourceId, fields);
        }

        engine.MarkClean();
        return engine;
    }

    private static Dictionary<MatchingRecord, long> Numbers(List<MatchingRecord> records, Random random)
    {
        var numbers = Enumerable.Range(1, records.Count * 3).OrderBy(_ => random.Next()).Take(records.Count).ToArray();
        return records.Select((record, i) => (record, i)).ToDictionary(x => x.record, x => (long)numbers[x.i]);
    }

    private static Func<long, string> KeyOf(Dictionary<MatchingRecord, long> numbers)
    {
        var keys = numbers.ToDictionary(x => x.Value, x => x.Key.Key);
        return id => keys[id];
    }
}
