using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>
/// How high a score can still come, in figures: <see cref="ReachTests"/> sees bounds that are too low, but one that is too high only wastes time.
/// </summary>
public sealed class ScoreBoundTests
{
    [Fact]
    public void What_is_not_compared_counts_with_its_best_level_and_caps() => Table.Check(
        """
        as it is => 1.001 9.626, with names 18.251 18.251
        addressCap 11 => 1.001 9.626, with names 18.251 18.251
        streetCap 12 => 2.001 9.626, with names 19.251 18.251
        areaCap 13 => 3.001 9.626, with names 20.251 18.251
        name.given .001 => 1.001 9.626, with names 21.342 18.251
        name.given .001 name.family .0001 => 1.001 9.626, with names 27.879 18.251
        addressCap -9 streetCap -8 areaCap -7 => -9.999 9.626, with names 7.251 18.251
        """, line => Bounds(line == "as it is" ? string.Empty : line, "name.given: Anna", "name.given: Anna"));

    [Fact]
    public void Organizations_and_traits_count_where_both_records_have_them() => Table.Check(
        """
        name.given: Anna ~ name.given: Anna => 1.001 9.626, with names 18.251 18.251
        organization: Acme ~ name.given: Anna => 1.001 9.626, with names 18.251 18.251
        name.given: Anna ~ organization: Acme => 1.001 9.626, with names 18.251 18.251
        organization: Acme ~ organization: Kato => 7.251 12.751, with names 24.501 21.376
        gender: m ~ name.given: Anna => 1.001 9.626, with names 18.251 18.251
        name.given: Anna ~ name.suffix: Jr => 1.001 9.626, with names 18.251 18.251
        gender: m ~ name.suffix: Jr => 1.001 9.626, with names 18.251 18.251
        gender: m | organization: Acme ~ gender: f | organization: Acme => 18.251 18.251, with names 35.501 26.876
        """, line => Bounds(string.Empty, line.Split(" ~ ")[0], line.Split(" ~ ")[1]));

    [Theory]
    [InlineData(8, true)]
    [InlineData(8.01f, false)]
    public void A_score_is_in_reach_when_both_sums_and_what_is_left_come_to_it(float bits, bool expected)
    {
        foreach (var (stranger, household) in new[] { (5f, 9f), (9f, 5f) })
        {
            float[] weights = [0, 2, 1];
            var evidence = new Evidence(new Step[Evidence.StepsMax], weights, weights);
            evidence.Set(Comparison.Given, (Level)1, 2, 1, 1);
            evidence.SetAhead(Comparison.Phone, (Level)2, 1, 1, 1);

            Assert.Equal(expected, ScoreBounds.CanReach(bits, evidence, new ScoreBound(stranger, household)));
        }
    }

    private static string Bounds(string variant, string a, string b)
    {
        var standardiser = new RecordStandardiser(new WordPool(), new TextPool(), new FieldNames());
        var bounds = new ScoreBounds(Variant(variant));
        var rest = bounds.RestOf(
            new Profile(standardiser.Standardise(Lines.Fields(string.Empty, a))), new Profile(standardiser.Standardise(Lines.Fields(string.Empty, b))));
        var names = bounds.WithNames(rest);
        return string.Create(CultureInfo.InvariantCulture, $"{rest.Stranger:0.###} {rest.Household:0.###}, with names {names.Stranger:0.###} {names.Household:0.###}");
    }

    /// <summary>The weighed model with other limits and shares of values that are not listed; each is named before its number.</summary>
    private static MatchModel Variant(string words)
    {
        var model = JsonNode.Parse(WeighedModel.Instance.ToJson())!;
        foreach (var pair in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2))
        {
            var number = double.Parse(pair[1], CultureInfo.InvariantCulture);
            _ = model["frequencies"]![pair[0]] is { } table ? table["floor"] = number : model["limits"]![pair[0]] = number;
        }

        return MatchModel.FromJson(model.ToJsonString());
    }
}
