using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

public sealed class ReachTests
{
    private static readonly string[] Genders = ["male", "female"];
    private static readonly string[] Employers = ["Northwind Traders", "Contoso", "Fabrikam Ltd"];

    private readonly WordPool _words = new();
    private readonly TextPool _values = new();
    private readonly FieldNames _names = new();

    [Fact]
    public void A_pair_is_left_exactly_when_its_score_is_too_low() => Check(MatchModel.Shipped);

    [Fact]
    public void The_same_holds_where_homes_and_organizations_tell_people_of_a_household_apart() => Check(ModelVariants.Edit(model =>
    {
        foreach (var (comparison, level) in new[] { ("address.street", "exact"), ("address.locality", "near"), ("organization (employer)", "exact"), ("gender", "same") })
        {
            model["comparisons"]![comparison]![level]!["h"] = .001;
        }
    }));

    private void Check(MatchModel model)
    {
        var scorer = new PairScorer(_words, _values, _names, model);
        var profiles = Profiles();
        var (left, reached) = (0, 0);
        for (var a = 0; a < profiles.Count; a++)
        {
            for (var b = a; b < profiles.Count; b++)
            {
                var bits = scorer.Score(profiles[a], profiles[b], out var walls);
                foreach (var least in new[] { -12f, (float)model.Limits.Review, (float)model.Limits.Threshold, 8f, bits, MathF.BitIncrement(bits) })
                {
                    var reaches = scorer.Reaches(profiles[a], profiles[b], least, out var found, out var foundWalls);
                    Assert.Equal(bits >= least, reaches);
                    Assert.True(!reaches || (found == bits && foundWalls == walls));
                    (left, reached) = reaches ? (left, reached + 1) : (left + 1, reached);
                }
            }
        }

        Assert.True(left > 10_000 && reached > 10_000, $"{left} left, {reached} reached");
    }

    /// <summary>Dirty people; every third says where they work, every second what they are.</summary>
    private List<int[]> Profiles()
    {
        var standardiser = new RecordStandardiser(_words, _values, _names);
        return [.. DirtyPeople.Make(11, 60, 4).Select((record, i) => standardiser.Standardise(
        [
            .. record.Fields,
            .. i % 3 == 0 ? [new Field("organization", Employers[i % Employers.Length])] : Array.Empty<Field>(),
            .. i % 2 == 0 ? [new Field("gender", Genders[i / 2 % 2])] : Array.Empty<Field>(),
        ]))];
    }
}
