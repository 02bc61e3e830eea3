using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>Links of one weight: what the records say decides between them, never which came first.</summary>
public sealed class TieTests
{
    private const int Members = 1;
    private const int Shop = 2;

    [Fact]
    public void Of_two_records_that_fit_a_customer_equally_and_shut_each_other_out_the_same_one_joins_in_whatever_order_all_came()
    {
        const string Name = "name.given: Grace | name.family: Okafor";
        List<(int Source, string Line)> records =
        [
            (Members, $"{Name} | phone: +15551112233"),
            (Members, $"{Name} | phone: +15554445566"),
            .. Enumerable.Repeat((Shop, $"{Name} | birthDate: 1990-02-03 | phone: +15551112233 | phone: +15554445566"), 6),
        ];

        var partitions = Enumerable.Range(1, 12).Select(seed => Partition(records, new Random(seed))).Distinct().ToList();

        Assert.Equal(2, Assert.Single(partitions).Split("\n\n").Length);
    }

    private static string Partition(List<(int Source, string Line)> records, Random random)
    {
        var shuffled = records.OrderBy(_ => random.Next()).ToArray();
        var engine = new IdentityEngine(MatchModel.Shipped);
        engine.SetDeduplicatedSources([Members]);
        for (var i = 0; i < shuffled.Length; i++)
        {
            engine.Upsert(i, shuffled[i].Source, Person.Of(shuffled[i].Line));
        }

        return string.Join("\n\n", engine.Resolve(null, CancellationToken.None).Clusters
            .Select(cluster => string.Join('\n', cluster.Select(id => shuffled[id].Line).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal));
    }
}
