using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>A second look at the same records under another model.</summary>
public sealed class ShadowTests
{
    [Fact]
    public void Another_model_over_the_same_records_gives_what_an_engine_of_its_own_gives()
    {
        var records = DirtyPeople.Make(11, 60, 5);
        var engine = Filled(MatchModel.Shipped, records);
        engine.Resolve(null, CancellationToken.None);
        engine.Remove(3);
        engine.Resolve(null, CancellationToken.None);
        var other = ModelVariants.WithBlocksOf(3);
        var alone = Filled(other, records);
        alone.Remove(3);

        Assert.Equal(Person.Clusters(alone), Person.Clusters(engine.Under(other)));
        Assert.Empty(engine.Resolve(null, CancellationToken.None).Touched);
    }

    [Fact]
    public void A_shadow_keeps_to_decisions_and_takes_no_records()
    {
        const string Anna = "name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | email: anna.holtz@example.org";
        var engine = Person.Engine(Anna, Anna);
        engine.SetDecisions([new Decision(1, 2, IsSame: false, "tester", DateTimeOffset.UnixEpoch, null)]);

        var shadow = engine.Under(MatchModel.Shipped);

        Assert.Equal("1 | 2", Person.Clusters(shadow));
        engine.SetDecisions([]);
        engine.SetDeduplicatedSources([1]);
        Assert.Equal("1 | 2", Person.Clusters(engine.Under(MatchModel.Shipped)));
        Assert.Throws<InvalidOperationException>(() => shadow.Upsert(3, 1, Person.Of(Anna)));
        Assert.Throws<InvalidOperationException>(() => shadow.Remove(1));
    }

    private static IdentityEngine Filled(MatchModel model, List<MatchingRecord> records)
    {
        var engine = new IdentityEngine(model);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i + 1, records[i].SourceId, records[i].Fields);
        }

        return engine;
    }
}
