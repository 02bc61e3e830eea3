using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests;

/// <summary>The waterfall tells the whole truth.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void Bits_of_the_steps_and_the_prior_sum_to_the_score_both_ways_round()
    {
        var records = DirtyPeople.Make(11, 25, 4);
        var engine = new IdentityEngine(MatchModel.Shipped);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i, records[i].SourceId, records[i].Fields);
        }

        for (var a = 0; a < records.Count; a++)
        {
            var b = ((a * 7) + 1) % records.Count;
            var there = engine.Explain(a, b);
            var back = engine.Explain(b, a);
            Assert.Equal(there.Bits, there.PriorBits + there.Comparisons.Sum(c => c.Bits), 4);
            Assert.Equal(there.Bits, back.Bits, 4);
            Assert.Equal(1 / (1 + Math.Pow(2, -there.Bits)), there.Probability, 9);
            Assert.Equal(there.Bits, engine.ScoreOf(a, b), 4);
        }
    }

    [Fact]
    public void Values_stand_on_the_side_of_the_record_they_belong_to()
    {
        var engine = Person.Engine("name.given: Anna | name.family: Holtz", "name.given: Bernd | name.family: Kruse");

        Assert.Equal("anna", engine.Explain(1, 2).Comparisons[0].ValueA);
        Assert.Equal("anna", engine.Explain(2, 1).Comparisons[0].ValueB);
    }

    [Fact]
    public void A_pair_that_no_key_reaches_says_so()
    {
        var why = Person.Engine("name.given: Anna | name.family: Holtz", "name.given: Bernd | name.family: Kruse").Explain(1, 2);

        Assert.Empty(why.SharedKeys);
        Assert.Equal(MatchOutcome.Apart, why.Outcome);
        Assert.Contains("No key reaches", why.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_records_are_refused_by_number() =>
        Assert.Contains("77", Assert.Throws<KeyNotFoundException>(() => Person.Engine("email: a.b@example.org").Explain(1, 77)).Message, StringComparison.Ordinal);
}
