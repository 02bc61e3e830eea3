using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Explaining;

/// <summary>How a customer came about.</summary>
public sealed class MergeHistoryTests
{
    [Fact]
    public void Merges_replay_to_the_customer_decisions_first_and_then_by_weight()
    {
        var engine = Filled();
        engine.SetDecisions([new Decision(0, 60, IsSame: true, "tester", DateTimeOffset.UnixEpoch, null)]);
        foreach (var cluster in engine.Resolve(null, CancellationToken.None).Clusters)
        {
            var history = engine.ExplainMerges(cluster[^1], CancellationToken.None);

            Assert.Equal(cluster, history.Records);
            Assert.Equal(cluster.Length - 1, history.Steps.Count);
            Assert.Equal(history.Steps.OrderByDescending(s => s.IsDecided).ThenByDescending(s => s.IsDecided ? 0 : s.Bits), history.Steps);
            var groups = cluster.Select(r => new[] { r }).ToList();
            foreach (var step in history.Steps)
            {
                Assert.Contains(step.RecordA, step.GroupA);
                Assert.Contains(step.RecordB, step.GroupB);
                Assert.Equal(2, groups.RemoveAll(g => g.SequenceEqual(step.GroupA) || g.SequenceEqual(step.GroupB)));
                Assert.True(step.IsDecided || step.MeanBits > history.FloorBits);
                groups.Add([.. step.GroupA.Concat(step.GroupB).Order()]);
            }

            Assert.Equal(cluster, Assert.Single(groups));
        }
    }

    [Fact]
    public void Explaining_between_a_change_and_its_resolution_knows_the_change_and_settles_nothing()
    {
        var (asked, left) = (Filled(), Filled());
        foreach (var engine in new[] { asked, left })
        {
            engine.Resolve(null, CancellationToken.None);
            engine.Upsert(3, 1, Person.Of("name.given: Anna | name.family: Holtz | email: anna.holtz@example.org"));
        }

        var told = asked.ExplainMerges(3, CancellationToken.None).Records;
        asked.ExplainApart(3, 4, CancellationToken.None);

        var clusters = Person.Clusters(asked);
        Assert.Equal(Person.Clusters(left), clusters);
        Assert.Contains(string.Join(' ', told), clusters.Split(" | "));
    }

    [Fact]
    public void A_step_says_whether_a_person_decided_it()
    {
        const string Anna = "name.given: Anna | name.family: Holtz | birthDate: 1981-04-07";
        var engine = Person.Engine(Anna, "name.given: Bernd | name.family: Kruse", Anna);
        engine.SetDecisions([new Decision(1, 2, IsSame: true, "tester", DateTimeOffset.UnixEpoch, null)]);

        var steps = engine.ExplainMerges(3, CancellationToken.None).Steps;

        Assert.Equal([true, false], steps.Select(s => s.IsDecided));
    }

    private static IdentityEngine Filled()
    {
        var records = DirtyPeople.Make(11, 25, 4);
        var engine = new IdentityEngine(MatchModel.Shipped);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i, records[i].SourceId, records[i].Fields);
        }

        return engine;
    }
}
