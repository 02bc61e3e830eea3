using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>What keeps clusters apart, and what people's decisions do.</summary>
public sealed class GuardTests
{
    private const string Anna = "name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | email: anna.holtz@example.org";
    private const string AnnaAgain = "name.given: Anna | name.family: Holz | birthDate: 1981-04-07 | phone: +15553395178";
    private const string Bernd = "name.given: Bernd | name.family: Kruse | birthDate: 1960-11-30 | phone: +15552817743";

    [Fact]
    public void Records_of_one_person_come_together_and_a_stranger_stays_out() =>
        Assert.Equal("1 2 | 3", Person.Clusters(Person.Engine(Anna, AnnaAgain, Bernd)));

    [Fact]
    public void A_bridge_between_two_people_does_not_join_them()
    {
        // The middle record garbles two people: it has the one's e-mail and card, and the other's phone and account,
        // so that it could as well belong to either.
        const string One = "email: office.holtz@example.org | id:card=7729104";
        const string Other = "phone: +15552817743 | id:account=5518823";
        var engine = Person.Engine(
            $"name.given: Anna | name.family: Holtz | birthDate: 1981-04-07 | {One}",
            $"{One} | {Other}",
            $"name.given: Bernd | name.family: Kruse | birthDate: 1960-11-30 | {Other}");

        Assert.Equal("1 | 2 | 3", Person.Clusters(engine));
        Assert.Equal(MatchOutcome.Link, engine.Explain(1, 2).Outcome);
        Assert.Equal(MatchOutcome.Link, engine.Explain(2, 3).Outcome);
    }

    [Fact]
    public void Twins_in_one_home_stay_two_people()
    {
        const string Home = "name.family: Okafor | phone: +15551112233 | address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123";
        var engine = Person.Engine(
            $"name.given: Grace | birthDate: 1990-02-03 | {Home}", $"name.given: Samuel | birthDate: 1994-09-21 | {Home}");

        Assert.Equal("1 | 2", Person.Clusters(engine));
        Assert.NotEmpty(engine.Explain(1, 2).Walls);
    }

    [Fact]
    public void A_record_that_fits_two_namesakes_equally_joins_neither()
    {
        const string Home = "name.family: Okafor | address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123";
        var engine = Person.Engine(
            $"name.given: Grace | birthDate: 1990-02-03 | {Home} | id:ssn=111222333",
            $"name.given: George | birthDate: 1964-09-21 | {Home} | id:ssn=987654321",
            $"name.given: G | {Home}");
        var resolution = engine.Resolve(null, CancellationToken.None);

        Assert.Equal(3, resolution.Clusters.Count);
        Assert.Contains(resolution.Doubtful, d => d.IsAmbiguous);
    }

    [Fact]
    public void Senior_and_junior_stay_two_people()
    {
        var engine = Person.Engine(
            "name.given: David | name.family: Dobbins Jr | address.line1: 1450 N City Rd Suite 900 | address.postalCode: 23208",
            "name.given: David | name.family: Dobbins Senior | address.line1: Suite 900, 1450 N City Rd | address.postalCode: 23208");

        Assert.Equal("1 | 2", Person.Clusters(engine));
    }

    [Fact]
    public void A_source_free_of_duplicates_keeps_its_records_apart()
    {
        var engine = new IdentityEngine(MatchModel.Shipped);
        engine.Upsert(1, 1, Person.Of(Anna));
        engine.Upsert(2, 1, Person.Of(Anna));
        engine.Upsert(3, 2, Person.Of(Anna));
        Assert.Equal("1 2 3", Person.Clusters(engine));

        engine.SetDeduplicatedSources([1]);

        Assert.DoesNotContain("1 2", Person.Clusters(engine), StringComparison.Ordinal);
    }

    [Fact]
    public void Never_parts_two_records_and_withdrawing_it_gives_back_the_state_before()
    {
        var engine = Person.Engine(Anna, AnnaAgain);
        Assert.Equal("1 2", Person.Clusters(engine));

        engine.SetDecisions([Decide(1, 2, isSame: false)]);
        Assert.Equal("1 | 2", Person.Clusters(engine));

        engine.SetDecisions([]);
        Assert.Equal("1 2", Person.Clusters(engine));
    }

    [Fact]
    public void Always_joins_what_no_value_would_and_survives_removal_and_return()
    {
        var engine = Person.Engine(Anna, Bernd);
        engine.SetDecisions([Decide(1, 2, isSame: true)]);
        Assert.Equal("1 2", Person.Clusters(engine));

        engine.Remove(2);
        Assert.Equal("1", Person.Clusters(engine));

        engine.Upsert(2, 1, Person.Of(Bernd));
        Assert.Equal("1 2", Person.Clusters(engine));
    }

    [Fact]
    public void Never_on_a_pair_beats_always_by_way_of_a_third()
    {
        var engine = Person.Engine(Anna, AnnaAgain, Bernd);
        engine.SetDecisions([Decide(1, 3, isSame: true), Decide(2, 3, isSame: true), Decide(1, 2, isSame: false)]);

        var clusters = Person.Clusters(engine);

        Assert.DoesNotContain("1 2", clusters, StringComparison.Ordinal);
        Assert.True(clusters is "1 3 | 2" or "1 | 2 3");
    }

    [Fact]
    public void After_mark_clean_only_what_changed_is_settled()
    {
        var engine = Person.Engine(Anna, AnnaAgain, Bernd);
        engine.MarkClean();
        Assert.Empty(engine.Resolve(null, CancellationToken.None).Touched);

        engine.Upsert(4, 2, Person.Of(Anna));
        var resolution = engine.Resolve(null, CancellationToken.None);

        Assert.Equal([1L, 2L, 4L], resolution.Touched);
        Assert.Equal([1L, 2L, 4L], Assert.Single(resolution.Clusters));
    }

    [Fact]
    public void A_mailbox_shared_by_a_crowd_joins_nobody()
    {
        var random = new Random(5);
        string Word() => new([.. Enumerable.Range(0, 8).Select(_ => (char)random.Next('a', 'z' + 1))]);
        var lines = Enumerable.Range(0, 120).Select(_ => $"name.given: {Word()} | name.family: {Word()} | email: team.rota@example.org");

        var engine = Person.Engine([.. lines]);
        var resolution = engine.Resolve(null, CancellationToken.None);

        Assert.True(resolution.Clusters.Count > 110);
        Assert.Contains(resolution.Statistics.WorstKeys, key => key is { Key: "email", Records: 120 });
    }

    [Fact]
    public void Many_records_that_say_the_same_are_one_customer_although_their_block_overflows()
    {
        var engine = Person.Engine([.. Enumerable.Repeat("email: visitor.77@example.org", 300)]);

        Assert.Equal(300, Assert.Single(engine.Resolve(null, CancellationToken.None).Clusters).Length);
    }

    private static Decision Decide(long a, long b, bool isSame) => new(a, b, isSame, "tester", DateTimeOffset.UnixEpoch, null);
}
