using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>What training counts.</summary>
public sealed class CountingTests
{
    private static readonly ComparisonLayout Layout = new(MatchModel.Shipped);

    [Fact]
    public void A_value_counts_once_for_each_customer()
    {
        var pool = new TextPool();
        var (a, b) = (pool.Intern("a"), pool.Intern("b"));
        var counts = new ValueCounts("phone", pool);
        Assert.Equal(0, counts.Agreement());
        foreach (var (text, entity) in new[] { (a, 1), (a, 1), (0, 1), (a, 2), (b, 2), (a, 3), (b, 4) })
        {
            counts.Add(text, entity);
        }

        // Three of five have a, two have b: of 20 ordered pairs 6 + 2 agree.
        Assert.Equal(5, counts.Total);
        Assert.Equal(.4, counts.Agreement(), 12);
        Assert.Equal([(a, .6), (b, .4)], counts.Common(2));
        Assert.Equal([(a, .6)], counts.Common(3));
    }

    [Fact]
    public void Every_field_is_surveyed()
    {
        var records = TrainingSet.Of(
            "name.given: Anna Maria | name.family: Garcia Lopez | birthDate: 1981-04-07 | email: anna@example.org | phone: 5552817743 | "
            + "address.street: Oak Lane | address.postalCode: 40123 | address.locality: Ashford | organization: Acme Tools | identifier:card: 7729104 | attribute:size: large",
            "name.family: Lopez | email: anna@example.org");
        var survey = new ValueSurvey(records, [.. records.Slots.Select((slot, i) => (slot, i + 1))], isByCustomer: true);

        Assert.True(survey.IsByCustomer);
        Assert.Equal(
            "name.given 1: anna; name.family 3: garcia lopez; address.locality 1: ashford; address.postalCode 1: 40123; address.street 1: oaklane; "
            + "birthDate 1: 19810407; email 2: anna@example.org; phone 1: 5552817743; organization (employer) 1: acmetools; attribute:size 1: large; identifier:card 1: 7729104",
            string.Join("; ", survey.All.Select(c => $"{c.Comparison} {c.Total}: {string.Join(' ', c.Common(1).Select(v => c.Pool.Text(v.Text).ToString()))}")));
    }

    [Fact]
    public void A_vector_holds_one_level_of_each_comparison()
    {
        var vector = UInt128.Zero;
        foreach (var levels in Layout.Levels)
        {
            vector = Layout.Add(vector, levels[^1]);
            vector = Layout.Add(vector, levels[0]);
        }

        for (var c = 0; c < Layout.Names.Count; c++)
        {
            Assert.Equal(Layout.Levels[c].Length - 1, ComparisonLayout.Place(vector, c));
            Assert.Equal(-1, ComparisonLayout.Place(0, c));
            Assert.All(Layout.Levels[c], level => Assert.Equal(Layout.Names[c], Layout.NameOf(level)));
        }

        Assert.Equal(MatchModel.Shipped.LevelCount, Layout.Levels.Sum(l => l.Length));
    }

    [Fact]
    public void Sessions_leave_out_what_their_key_decides_and_count_a_pair_once_in_all()
    {
        var vector = Layout.Add(Layout.Add(Layout.Add(0, Level.EmailExact), Level.GivenNear), Level.PhoneExact);
        var other = Layout.Add(0, Level.GivenDifferent);
        var (email, phone, company) = (1u << 1, 1u << 3, 1u << 16);
        var sessions = SessionBuilder.Build(
            [new(0, 1, email | phone, vector), new(1, 0, email | phone, vector), new(2, 3, phone, other), new(4, 5, company, vector)], Layout);

        Assert.Equal(
            "email decides email: 0.5 GivenNear PhoneExact; phone.tail7 decides phone: 0.5 GivenDifferent, 0.5 GivenNear EmailExact",
            string.Join("; ", sessions.Select(s => $"{s.Key} decides {s.Decides}: {string.Join(", ", Enumerable.Range(0, s.Count).Select(i => Describe(s, i)).Order(StringComparer.Ordinal))}")));

        static string Describe(Session session, int i) => FormattableString.Invariant(
            $"{session.Pairs(i)} {string.Join(' ', session.Levels(i).ToArray().Order().Select(l => (Level)l))}");
    }

    [Fact]
    public void A_key_of_several_values_leaves_out_all_and_decides_none_alone()
    {
        var vector = Layout.Add(Layout.Add(Layout.Add(0, Level.PostalExact), Level.GivenNear), Level.PhoneExact);
        var sessions = SessionBuilder.Build([new(0, 1, 1u << 11, vector)], Layout);

        var session = Assert.Single(sessions);
        Assert.Equal(("postal + name~sound", "none"), (session.Key, session.Decides));
        Assert.Equal([(int)Level.PhoneExact], session.Levels(0).ToArray());
    }

    [Fact]
    public void Records_come_by_content_whatever_their_slots()
    {
        string[] lines = ["name.family: Holtz", "name.family: Kruse", "name.family: Adler", "name.family: Kruse", "phone: 5552817743"];
        var there = TrainingSet.Of(lines);
        var back = TrainingSet.Of(lines.Reverse().ToArray());

        Assert.Equal(5, there.Count);
        Assert.Equal(there.Slots.Select(there.Table.Content), back.Slots.Select(back.Table.Content));
        Assert.Equal(there.Slots.Select(there.Table.Content).Order(), there.Slots.Select(there.Table.Content));
        Assert.True(Array.IndexOf(there.Slots, 1) < Array.IndexOf(there.Slots, 3));
    }

    [Fact]
    public void Likely_customers_are_groups_and_a_long_chain_is_many_people()
    {
        var records = TrainingSet.Of([.. Enumerable.Range(0, 60).Select(i => $"phone: 55528177{i + 10}")]);
        SampledPair Pair(int a, int b) => new(records.Slots[a], records.Slots[b], 1, 0);
        var chain = Enumerable.Range(5, 50).Select(i => Pair(i, i + 1)).ToList();

        var few = LikelyCustomers.Group(records, [Pair(0, 1), Pair(2, 1), Pair(3, 4)], [.95, 1, .94]);
        var whole = LikelyCustomers.Group(records, [.. chain.Take(49)], [.. chain.Take(49).Select(_ => 1d)]);
        var torn = LikelyCustomers.Group(records, [.. chain], [.. chain.Select(_ => 1d)]);

        Assert.Equal([3, 1], few.GroupBy(f => f.Entity).Select(g => g.Count()).Distinct().OrderDescending());
        Assert.Equal(58, few.Select(f => f.Entity).Distinct().Count());
        Assert.Equal([records.Slots[0], records.Slots[1], records.Slots[2]], few.Take(3).Select(f => f.Slot));
        Assert.Equal(11, whole.Select(f => f.Entity).Distinct().Count());
        Assert.Equal(60, torn.Select(f => f.Entity).Distinct().Count());
        Assert.Equal(records.Slots.Order(), torn.Select(f => f.Slot).Order());
    }
}
