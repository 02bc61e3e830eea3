using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>People of one home under a model that was learned: what they share must not join them.</summary>
public sealed class TrainedHouseholdTests
{
    private const long First = 100_000;
    private const string Home = "name.family: Okafor | phone: +15551112233 | address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123";

    private static readonly List<MatchingRecord> Town = InventedRecords.Make(1500);
    private static readonly MatchModel Trained = MatchingRun.Trained(Town);

    [Fact]
    public void Brother_and_sister_stay_two_people()
    {
        var resolution = Resolve($"name.given: Grace | birthDate: 1990-02-03 | {Home}", $"name.given: Samuel | birthDate: 1994-09-21 | {Home}");

        Assert.Equal([[First], [First + 1]], Family(resolution));
    }

    [Fact]
    public void A_record_that_could_be_either_of_two_joins_neither_and_is_queued_as_ambiguous()
    {
        var resolution = Resolve(
            $"name.given: Grace | birthDate: 1990-02-03 | {Home} | id:loyalty=7729104",
            $"name.given: George | birthDate: 1964-09-21 | {Home} | id:loyalty=5518823",
            $"name.given: G | {Home}");

        Assert.Equal([[First], [First + 1], [First + 2]], Family(resolution));
        Assert.Equal(
            [(First, First + 2), (First + 1, First + 2)],
            resolution.Doubtful.Where(pair => pair.IsAmbiguous && pair.RecordB >= First).Select(pair => (pair.RecordA, pair.RecordB)));
    }

    [Fact]
    public void Two_records_of_one_of_them_still_come_together()
    {
        var resolution = Resolve(
            $"name.given: Grace | birthDate: 1990-02-03 | {Home}",
            $"name.given: Samuel | birthDate: 1994-09-21 | {Home}",
            $"name.given: Grace | birthDate: 1990-02-03 | {Home}");

        Assert.Equal([[First, First + 2], [First + 1]], Family(resolution));
    }

    private static List<long[]> Family(Resolution resolution) =>
        [.. resolution.Clusters.Where(customer => customer.Any(id => id >= First)).OrderBy(customer => customer[0])];

    private static Resolution Resolve(params string[] lines)
    {
        var engine = new IdentityEngine(Trained);
        for (var i = 0; i < Town.Count; i++)
        {
            engine.Upsert(i + 1, Town[i].SourceId, Town[i].Fields);
        }

        for (var i = 0; i < lines.Length; i++)
        {
            engine.Upsert(First + i, 1, Person.Of(lines[i]));
        }

        return engine.Resolve(null, CancellationToken.None);
    }
}
