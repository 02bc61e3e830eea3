using System.Text.Json.Nodes;
using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Explaining;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Explaining;

/// <summary>Why two records are not one customer.</summary>
public sealed class ApartTests
{
    private const string Anna = "name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | email: anna.holtz@example.org";
    private const string AnnaAgain = "name.given: Anna | name.family: Holz | birthDate: 1981-04-07 | phone: +15553395178";
    private const string Bernd = "name.given: Bernd | name.family: Kruse | birthDate: 1960-11-30 | phone: +15552817743";

    [Fact]
    public void A_low_score_names_the_comparison_that_cost_most()
    {
        var why = Person.Engine(Anna, Bernd).ExplainApart(1, 2, CancellationToken.None);

        var costs = Person.Engine(Anna, Bernd).Explain(1, 2).Comparisons.Where(c => c.ValueA.Length > 0).Select(c => c.Bits).ToList();
        Assert.Equal(ApartCause.Score, why.Cause);
        Assert.Equal(costs.Min(), why.Costliest!.Bits);
    }

    [Fact]
    public void Having_nothing_in_common_blames_no_field()
    {
        var why = Person.Engine("name.given: Anna | name.family: Holtz", "email: k.b@example.org").ExplainApart(1, 2, CancellationToken.None);

        Assert.Equal((ApartCause.Score, null), (why.Cause, why.Costliest));

        // A mailbox of many says nothing either way.
        const string Shared = "email: info@example.org";
        Assert.Null(Person.Engine(Shared, Shared).Explain(1, 2).WhyApart()!.Costliest);
    }

    [Fact]
    public void A_bridge_names_the_rival_it_could_as_well_belong_to()
    {
        const string One = "email: office.holtz@example.org | id:card=7729104";
        const string Other = "phone: +15552817743 | id:account=5518823";
        var engine = Person.Engine(
            $"name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | {One}",
            $"{One} | {Other}",
            $"name.given: Bernd | name.family: Kruse | birthDate: 1960-11-30 | {Other}");

        var first = engine.ExplainApart(1, 2, CancellationToken.None);
        var second = engine.ExplainApart(3, 2, CancellationToken.None);

        Assert.Equal(ApartCause.Ambiguous, first.Cause);
        Assert.Equal([3L], first.Rival);
        Assert.Equal(ApartCause.Ambiguous, second.Cause);
        Assert.Equal([1L], second.Rival);
    }

    [Fact]
    public void A_refusal_of_the_guard_tells_the_mean_the_floor_and_the_worst_pair()
    {
        var engine = Under(limits => limits["clusterFloor"] = 50, Anna, AnnaAgain);

        var why = engine.ExplainApart(1, 2, CancellationToken.None);

        Assert.Equal(ApartCause.Guard, why.Cause);
        Assert.InRange(why.MeanBits!.Value, 0, 50);
        Assert.Equal(50, why.FloorBits);
        Assert.Equal((1L, 2L), (Math.Min(why.Worst!.RecordA, why.Worst.RecordB), Math.Max(why.Worst.RecordA, why.Worst.RecordB)));
    }

    [Fact]
    public void A_never_on_two_others_of_the_two_customers_is_named_with_its_pair()
    {
        var engine = Person.Engine(Anna, AnnaAgain, Bernd);
        engine.SetDecisions([Decide(1, 3, isSame: true), Decide(2, 3, isSame: true), Decide(1, 2, isSame: false)]);
        var alone = Person.Clusters(engine) == "1 3 | 2" ? 2 : 1;

        var why = engine.ExplainApart(3, alone, CancellationToken.None);

        Assert.Equal(ApartCause.Decision, why.Cause);
        Assert.Equal(3L, why.Worst!.RecordA + why.Worst.RecordB);
    }

    [Fact]
    public void Walls_and_decisions_on_the_pair_come_before_its_score()
    {
        const string Home = "name.family: Okafor | phone: +15551112233 | address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123";
        var twins = Person.Engine($"name.given: Grace | birthDate: 1990-02-03 | {Home}", $"name.given: Samuel | birthDate: 1994-09-21 | {Home}");
        Assert.Equal(ApartCause.Wall, twins.ExplainApart(1, 2, CancellationToken.None).Cause);
        Assert.Equal(twins.Explain(1, 2).Walls, twins.ExplainApart(1, 2, CancellationToken.None).Walls);
        Assert.Single(twins.Explain(1, 2).Walls);

        twins.SetDecisions([Decide(1, 2, isSame: false)]);
        Assert.Equal(ApartCause.Decision, twins.ExplainApart(1, 2, CancellationToken.None).Cause);
    }

    [Fact]
    public void What_the_next_resolution_joins_is_pending() =>
        Assert.Equal(ApartCause.Pending, Person.Engine(Anna, AnnaAgain).ExplainApart(1, 2, CancellationToken.None).Cause);

    [Fact]
    public void A_pair_that_would_link_but_shares_no_key_says_so()
    {
        var model = ModelVariants.Edit(m => m["keys"] = new JsonArray("phone.tail7"));
        var engine = new IdentityEngine(model);
        engine.Upsert(1, 1, Person.Of(Anna));
        engine.Upsert(2, 1, Person.Of(AnnaAgain));

        Assert.Equal(MatchOutcome.Link, engine.Explain(1, 2).Outcome);
        Assert.Equal(ApartCause.NoKey, engine.ExplainApart(1, 2, CancellationToken.None).Cause);
    }

    [Fact]
    public void A_meeting_that_joined_nothing_is_told_by_what_stood_there()
    {
        var meeting = new ClusterMeeting(MeetingOutcome.Refused, 1, 2, 3.5f, [1], [2], MeanBits: null, Walls.DeduplicatedSource | Walls.Twins, []);
        ApartReason Of(ClusterMeeting what) => ApartReasons.Of(what, MatchModel.Shipped.Limits);

        Assert.Equal(ApartCause.Wall, Of(meeting).Cause);
        Assert.Equal(WallTexts.Of(meeting.Walls), Of(meeting).Walls);
        Assert.Equal(new RecordPairScore(1, 2, 3.5f), Of(meeting).Worst);
        Assert.Equal(ApartCause.Decision, Of(meeting with { Walls = Walls.Decision | Walls.Twins }).Cause);
        Assert.Equal((ApartCause.Guard, -3d, -2d), (Of(meeting with { MeanBits = -3 }).Cause, Of(meeting with { MeanBits = -3 }).MeanBits, Of(meeting with { MeanBits = -3 }).FloorBits));
        Assert.Equal([7L], Of(meeting with { Outcome = MeetingOutcome.Ambiguous, Rival = [7] }).Rival);
    }

    private static IdentityEngine Under(Action<JsonObject> change, params string[] lines)
    {
        var engine = new IdentityEngine(ModelVariants.Edit(m => change(m["limits"]!.AsObject())));
        for (var i = 0; i < lines.Length; i++)
        {
            engine.Upsert(i + 1, 1, Person.Of(lines[i]));
        }

        return engine;
    }

    private static Decision Decide(long a, long b, bool isSame) => new(a, b, isSame, "tester", DateTimeOffset.UnixEpoch, null);
}
