using System.Runtime.CompilerServices;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// Says how high the score of a pair can still come while some of its comparisons are not made. Never too low, so that
/// leaving pairs alone changes nothing.
/// </summary>
internal sealed class ScoreBounds
{
    // The same sums in another order differ in their last places.
    private const float Slack = 1f / 1024;

    private readonly ScoreBound _priors;
    private readonly ScoreBound _names;
    private readonly ScoreBound _addresses;
    private readonly ScoreBound _organizations;
    private readonly ScoreBound _traits;

    public ScoreBounds(MatchModel model)
    {
        var limits = model.Limits;
        _priors = new ScoreBound((float)limits.Prior + Slack, (float)limits.HouseholdPrior + Slack);

        // Initials of family names have the level of initials of given names.
        var family = BestOf(model, "name.family").OrBetter(LevelOf(model, Level.GivenInitial));
        _names = BestOf(model, "name.given") + family + BestOf(model, "name")
            + new ScoreBound(Math.Max(0, model.Frequencies.Most(Level.GivenExact)) + Math.Max(0, model.Frequencies.Most(Level.FamilyExact)), 0);
        var cap = Math.Max(limits.AddressCap, Math.Max(limits.StreetCap, limits.AreaCap));
        var addresses = BestOf(model, "address.street") + BestOf(model, "address.houseNumber") + BestOf(model, "address.postalCode")
            + BestOf(model, "address.locality") + BestOf(model, "address.region");
        _addresses = addresses with { Stranger = Math.Max(0, (float)cap) };
        _organizations = BestOf(model, "organization").OrBetter(BestOf(model, "organization (employer)"));
        _traits = BestOf(model, "gender") + BestOf(model, "name.suffix");
    }

    /// <summary>Gives the priors and the most that addresses, organizations and traits add to them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ScoreBound RestOf(Profile a, Profile b)
    {
        var rest = _priors + _addresses;
        if (!a.Organizations.IsEmpty && !b.Organizations.IsEmpty)
        {
            rest += _organizations;
        }

        return a.HasTraits && b.HasTraits ? rest + _traits : rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ScoreBound WithNames(ScoreBound rest) => rest + _names;

    /// <summary>Says whether a pair can reach a score when all is compared but what the rest stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanReach(float bits, in Evidence evidence, ScoreBound rest) =>
        evidence.Total + evidence.AheadTotal + rest.Stranger >= bits
        && evidence.HouseholdTotal + evidence.AheadHouseholdTotal + rest.Household >= bits;

    private static ScoreBound BestOf(MatchModel model, string comparison)
    {
        var best = default(ScoreBound);
        for (var i = 0; i < LevelNames.Count; i++)
        {
            best = LevelNames.Comparison((Level)i) == comparison ? best.OrBetter(LevelOf(model, (Level)i)) : best;
        }

        return best;
    }

    private static ScoreBound LevelOf(MatchModel model, Level level) => new(model.Weights[(int)level], model.HouseholdWeights[(int)level]);
}
