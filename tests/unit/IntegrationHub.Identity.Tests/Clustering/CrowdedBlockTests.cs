using System.Text.Json.Nodes;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>Two records that one key alone brings together, while others with that key come and go.</summary>
public sealed class CrowdedBlockTests
{
    private const string House = "name.given: anna | address.houseNumber: 7 | address.postalCode: 40100";
    private const int Others = 60;

    private static readonly MatchModel OneKey = ModelVariants.Edit(model =>
    {
        model["keys"] = new JsonArray("house + postal");
        model["limits"]!["blockMax"] = 4;
    });

    [Fact]
    public void Whoever_comes_between_parts_them_and_whoever_goes_brings_them_together()
    {
        var engine = new IdentityEngine(OneKey);
        var records = new SortedDictionary<long, string> { [1] = $"{House} | id: ssn=482913377", [2] = $"{House} | id: ssn=482913377 | gender: female" };
        var partitions = new Partitions();
        var seen = new HashSet<bool>();
        Upsert(engine, 1, records[1]);
        Upsert(engine, 2, records[2]);
        Check();
        for (var other = 3; other < Others; other++)
        {
            records[other] = $"{House} | id: ssn={100_000_000 + (other * 13_370_917)}";
            Upsert(engine, other, records[other]);
            Check();
        }

        for (var other = 3; other < Others; other++)
        {
            records.Remove(other);
            engine.Remove(other);
            Check();
        }

        Assert.Equal(2, seen.Count);

        void Check()
        {
            partitions.Apply(engine.Resolve(null, CancellationToken.None));
            var clusters = partitions.Describe(id => $"{id}");
            seen.Add(clusters.Split('\n').Contains("1 2"));
            Assert.Equal(Fresh(records), clusters);
        }
    }

    [Fact]
    public void Changes_settled_several_at_a_time_give_what_a_fresh_engine_gives()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            var (engine, records, partitions) = (new IdentityEngine(OneKey), new SortedDictionary<long, string>(), new Partitions());
            for (var round = 0; round < 40; round++)
            {
                for (var change = random.Next(1, 7); change > 0; change--)
                {
                    // At most two say the same of themselves: whether they meet depends on who else is there.
                    var number = random.Next(1, 50);
                    if (random.Next(3) == 0)
                    {
                        records.Remove(number);
                        engine.Remove(number);
                        continue;
                    }

                    records[number] = $"{House} | id: ssn={100_000_000 + ((number / 2) * 13_370_917) + (random.Next(4) * 31_234_567)}{(random.Next(2) == 0 ? " | gender: female" : "")}";
                    Upsert(engine, number, records[number]);
                }

                partitions.Apply(engine.Resolve(null, CancellationToken.None));
                Assert.Equal(Fresh(records), partitions.Describe(id => $"{id}"));
            }
        }
    }

    private static string Fresh(SortedDictionary<long, string> records)
    {
        var engine = new IdentityEngine(OneKey);
        foreach (var (number, line) in records)
        {
            Upsert(engine, number, line);
        }

        var partitions = new Partitions();
        partitions.Apply(engine.Resolve(null, CancellationToken.None));
        return partitions.Describe(id => $"{id}");
    }

    private static void Upsert(IdentityEngine engine, long number, string line) => engine.Upsert(number, 1, Person.Of(line));
}
