using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Explaining;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Explaining;

/// <summary>Explanations word by word: what people read.</summary>
public sealed class ExplanationWordsTests
{
    private const string Home = "name.family: Okafor | address.street: Oak Lane | address.houseNumber: 4 | address.postalCode: 40123";

    [Fact]
    public void Every_level_has_its_reason() => Table.Check(
        """
        GivenExact => same given name, worth more the rarer it is
        GivenOther => one given or middle name in common
        GivenNickname => one is a short form of the other
        GivenInitial => the initial fits
        GivenNear => they differ by a slip
        GivenSimilar => they are alike
        GivenUnclear => they are hardly alike
        GivenOtherName => both are well-known names, and neither is a form of the other
        GivenInitialDifferent => the initial does not fit
        GivenDifferent => they differ
        FamilyExact => same family name, worth more the rarer it is
        FamilyPart => one part of a double family name in common
        NamesSwapped => given and family name are swapped
        GenerationDifferent => senior and junior
        GenderSame => they agree
        KindDifferent => they differ
        BirthExact => they agree
        BirthFirstOfJanuary => same, but the first of January is often a placeholder
        BirthSwapped => day and month are swapped
        BirthParts => two of day, month and year agree
        BirthClose => the dates are near each other
        BirthYear => only the year is known, and agrees
        EmailSameLocal => same name before the @, other domain
        EmailShared => a mailbox that many people share says nothing
        StreetWords => half of the street's words in common
        LocalityContained => the place is found in the other's address
        CompanyContained => all words of the shorter name are in the longer
        CompanyPart => some words in common
        """,
        name => LevelReasons.Of(Enum.Parse<Level>(name), MatchModel.LevelOf(Enum.Parse<Level>(name))));

    [Fact]
    public void Every_wall_is_told() => Table.Check(
        """
        Decision => a person decided that they are not the same
        DeduplicatedSource => their source promises one record per customer
        Identifiers => identifiers that one person has only once differ, and so does the name or birth date
        Twins => one household, but another person's given name
        Generation => one is senior, the other junior, or they were born a generation apart
        Kind => one is a person, the other a company
        Kind, Decision => a person decided that they are not the same; one is a person, the other a company
        None => nothing
        """,
        walls => string.Join("; ", WallTexts.Of(Enum.Parse<Walls>(walls))));

    [Fact]
    public void Values_are_those_compared_whatever_kind_they_are_of() => Table.Check(
        """
        gender: m ~ gender: f => gender: male, female
        name.family: Holtz | name.suffix: Jr ~ name.family: Holtz | name.suffix: Sr => name.family: holtz, holtz; name.suffix: junior, senior
        name.family: Holtz | name.suffix: III ~ name.family: Holtz | name.suffix: IV => name.family: holtz, holtz; name.suffix: 3, 4
        name.family: Holtz ~ organization: Acme Tools => kind: Person, Company
        birthDate: 1981-04-07 ~ birthDate: 1981-04-07 => birthDate: 19810407, 19810407
        birthDate: 1981-04-07 ~ birthDate: 1981-04-08 => birthDate: 19810407, 19810408
        email: Anna@example.org ~ email: Anne@example.org => email: anna@example.org, anne@example.org
        phone: +1 5552817743 ~ phone: 5552817744 => phone: 5552817743, 5552817744
        phone: 5552817743 ~ phone: 5559306611 => phone: 5552817743, 5559306611
        identifier:ssn: 112-82-3374 ~ identifier:ssn: 112823374 => identifier (exclusive): 112823374, 112823374
        identifier:ssn: 112-82-3374 ~ identifier:ssn: 112823375 => identifier (exclusive): 112823374, 112823375
        attribute:size: Large ~ attribute:size: Small => attribute: large, small
        address.street: Oak Lane ~ address.street: Elm Lane => address.street: oaklane, elmlane
        organization: Acme Tools Ltd ~ organization: Acme Tool => organization: acmetools, acmetool
        name.given: Anna | name.family: Holtz ~ name.given: Holtz | name.family: Anna => name.given: anna, anna; name.family: holtz, holtz; name: ,
        """,
        line => string.Join("; ", Explain(line).Comparisons.Where(c => c.IsOfValues).Select(c => $"{c.Field}: {c.ValueA}, {c.ValueB}")).TrimEnd());

    [Fact]
    public void One_sentence_sums_up_the_outcome()
    {
        var engine = Person.Engine($"name.given: Grace | birthDate: 1990-02-03 | {Home}", $"name.given: Samuel | birthDate: 1994-09-21 | {Home}", "email: k.b@example.org");
        engine.Upsert(4, 1, Person.Of($"name.given: Grace | birthDate: 1990-02-03 | {Home}"));

        Assert.Matches(
            "^Apart, score -?[0-9.]+ bits, threshold 0\\.0: one household, but another person's given name\\.$", engine.Explain(1, 2).Summary);
        Assert.Matches("^Linked, score [0-9.]+ bits, threshold 0\\.0\\.$", engine.Explain(1, 4).Summary);
        Assert.Matches(
            "^Apart, score -[0-9.]+ bits, threshold 0\\.0\\. No key reaches this pair: it is only compared when other records bring the two together\\.$",
            engine.Explain(1, 3).Summary);
        engine.SetDecisions([Decide(1, 2, isSame: true), Decide(1, 4, isSame: false)]);
        Assert.Equal(("A person decided that they are the same.", MatchOutcome.Link), (engine.Explain(1, 2).Summary, engine.Explain(1, 2).Outcome));
        Assert.Equal(("A person decided that they are not the same.", MatchOutcome.Apart), (engine.Explain(4, 1).Summary, engine.Explain(4, 1).Outcome));
        Assert.Contains("a person decided that they are not the same", engine.Explain(4, 1).Walls);
        Assert.DoesNotContain("a person decided that they are not the same", engine.Explain(1, 2).Walls);
        Assert.Null(engine.Explain(1, 2).WhyApart());
        Assert.Equal(ApartCause.Decision, engine.Explain(4, 1).WhyApart()!.Cause);
        Assert.Null(engine.Explain(1, 3).Decision);
    }

    [Fact]
    public void At_the_threshold_a_pair_links_and_below_it_is_for_review_down_to_the_review_score()
    {
        const string Half = "name.given: Anna | name.family: Holtz";
        var bits = (float)Person.Engine(Half, Half).Explain(1, 2).Bits;
        foreach (var (threshold, review, outcome, summary) in new (double, double, MatchOutcome, string)[]
        {
            (bits, bits - 1, MatchOutcome.Link, "Linked"),
            (MathF.BitIncrement(bits), bits, MatchOutcome.Review, "For review"),
            (bits + 1, MathF.BitIncrement(bits), MatchOutcome.Apart, "Apart"),
        })
        {
            var engine = new IdentityEngine(ModelVariants.Edit(m => (m["limits"]!["threshold"], m["limits"]!["review"]) = (threshold, review)));
            engine.Upsert(1, 1, Person.Of(Half));
            engine.Upsert(2, 1, Person.Of(Half));

            Assert.Equal(outcome, engine.Explain(1, 2).Outcome);
            Assert.StartsWith(summary + ", score ", engine.Explain(1, 2).Summary, StringComparison.Ordinal);
            var resolution = engine.Resolve(null, CancellationToken.None);
            Assert.Equal(outcome == MatchOutcome.Link ? 1 : 2, resolution.Clusters.Count);
            Assert.Equal(outcome == MatchOutcome.Link ? 1 : 0, resolution.Statistics.LinkedPairs);
            Assert.Equal(outcome == MatchOutcome.Review ? 1 : 0, resolution.Doubtful.Count);

            // Of two that link, the one that stays is settled when the other goes.
            engine.Remove(1);
            Assert.Equal(outcome == MatchOutcome.Link ? [1L, 2L] : [1L], engine.Resolve(null, CancellationToken.None).Touched);
        }
    }

    [Fact]
    public void A_source_free_of_duplicates_is_a_wall_beside_those_of_values()
    {
        var engine = Person.Engine($"name.given: Grace | birthDate: 1990-02-03 | {Home}", $"name.given: Samuel | birthDate: 1994-09-21 | {Home}", $"name.given: Grace | {Home}");
        engine.SetDeduplicatedSources([1]);

        Assert.Equal(["their source promises one record per customer", "one household, but another person's given name"], engine.Explain(1, 2).Walls);
        Assert.EndsWith(": their source promises one record per customer; one household, but another person's given name.", engine.Explain(1, 2).Summary, StringComparison.Ordinal);
        Assert.Equal((MatchOutcome.Apart, true), (engine.Explain(1, 3).Outcome, engine.Explain(1, 3).Bits > 0));
    }

    [Fact]
    public void Keys_are_named_once_and_in_order()
    {
        var why = Person.Engine(
            "name.given: Anna | name.family: Holtz | email: anna.holtz@example.org | phone: 5552817743",
            "name.given: Anna | name.family: Holtz | email: anna.holtz@example.org | phone: 5552817743").Explain(1, 2);

        Assert.Equal(
            ["email", "email.local", "given^3 + family^3", "given~sound + family~sound", "phone.tail4 + name~sound", "phone.tail7"], why.SharedKeys);
    }

    [Fact]
    public void Limits_of_groups_and_the_household_are_steps_of_their_own()
    {
        const string Same = "name.given: Zebulonix | name.family: Qorvexberg | email: zebulonix.qorvexberg@example.org | phone: 5552817743 | address.region: KY | "
            + "address.street: Qorvex Lane | address.houseNumber: 4 | address.postalCode: 40123 | address.locality: Zembla";
        var why = Person.Engine(Same, Same.Replace("@example.org", "@exampel.org", StringComparison.Ordinal)).Explain(1, 2);
        var extra = why.Comparisons.Where(c => !c.IsOfValues).ToList();
        var model = MatchModel.Shipped;
        double Sum(params string[] fields) => why.Comparisons.Where(c => fields.Any(f => c.Field.StartsWith(f, StringComparison.Ordinal))).Sum(c => c.Bits);

        Assert.Equal(
            ["cap: address limit: the parts of an address depend on each other", "cap: contact limit: phone and address depend on each other",
                "cap: name and email limit: an e-mail address often holds the name", "household rival: they may be two people of one home or office instead"],
            extra.Select(c => $"{c.Field} {c.Level}: {c.Why}"));
        Assert.All(extra, c => Assert.True(c.Bits < 0 && c.ValueA.Length == 0 && c.ValueB.Length == 0));
        Assert.Equal(model.Limits.AddressCap, Sum("address.") + extra[0].Bits, 3);
        Assert.Equal(model.Limits.ContactCap, Sum("address.", "phone") + extra[0].Bits + extra[1].Bits, 3);
        Assert.Equal(why.Bits - why.StrangerBits, extra[3].Bits, 4);
        Assert.Equal((model.Limits.Prior, model.Limits.Threshold), (why.PriorBits, why.ThresholdBits));
        Assert.Equal((1, 2), (why.RecordA, why.RecordB));
    }

    private static PairExplanation Explain(string line) =>
        Compared.Explain(Lines.Fields(string.Empty, line.Split(" ~ ")[0]), Lines.Fields(string.Empty, line.Split(" ~ ")[1]));

    private static Decision Decide(long a, long b, bool isSame) => new(a, b, isSame, "tester", DateTimeOffset.UnixEpoch, null);
}
