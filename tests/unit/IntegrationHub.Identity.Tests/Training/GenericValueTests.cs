using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>Values that many people share are found out by training; no list names them.</summary>
public sealed class GenericValueTests
{
    private const int People = 30;
    private const int ShoppersNumber = 100_000;

    [Theory]
    [InlineData("phone", "+15550004711")]
    [InlineData("email", "till.seven@example.org")]
    [InlineData("identifier:loyalty", "4711004711")]
    public void A_value_that_many_people_share_joins_nobody_and_parts_whom_it_had_joined(string field, string shared)
    {
        var engine = Town();
        for (var i = 0; i < People; i++)
        {
            engine.Upsert(ShoppersNumber + i, 5, [.. Shopper(i), new Field(field, shared)]);
        }

        // The till knows the first shopper by given name and the shared value alone.
        engine.Upsert(ShoppersNumber + People, 6, [new Field("name.given", GivenOf(0)), new Field(field, shared)]);
        var before = Customers(engine);
        Assert.Contains(before, customer => customer.Length > 1 && customer.Contains(ShoppersNumber + People));

        var after = Customers(engine.Under(engine.Train(2, CancellationToken.None)));

        Assert.All(after, customer => Assert.Single(customer));
        Assert.Equal(People + 1, after.Count);
    }

    [Fact]
    public void A_value_that_few_share_keeps_its_weight()
    {
        var engine = Town();
        engine.Upsert(ShoppersNumber, 5, [.. Shopper(0), new Field("phone", "+15550004711")]);
        engine.Upsert(ShoppersNumber + 1, 6, [new Field("name.given", GivenOf(0)), new Field("phone", "+15550004711")]);

        var after = Customers(engine.Under(engine.Train(2, CancellationToken.None)));

        Assert.Equal([ShoppersNumber, ShoppersNumber + 1], Assert.Single(after));
    }

    private static List<long[]> Customers(IdentityEngine engine) =>
        [.. engine.Resolve(null, CancellationToken.None).Clusters.Where(customer => customer.Any(id => id >= ShoppersNumber))];

    private static IdentityEngine Town()
    {
        var engine = new IdentityEngine(MatchModel.Shipped);
        var records = DirtyPeople.Make(21, 250, 4);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i + 1, records[i].SourceId, records[i].Fields);
        }

        return engine;
    }

    private static List<Field> Shopper(int i) =>
    [
        new("name.given", GivenOf(i)),
        new("name.family", Word(i + 500)),
        new("birthDate", new DateOnly(1940 + i, 1 + (i % 12), 2 + (i % 27)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    private static string GivenOf(int i) => i == 0 ? "maria" : Word(i);

    private static string Word(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 8).Select(_ => (char)random.Next('a', 'z' + 1)));
    }
}
