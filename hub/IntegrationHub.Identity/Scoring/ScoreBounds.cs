using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// Says how high the score of a pair can still come before its addresses, organizations and traits are compared. Never
/// too low, so that leaving such pairs alone changes nothing.
/// </summary>
internal sealed class ScoreBounds
{
    // The same sums in another order differ in their last places.
    private const float Slack = 1f / 1024;

    private readonly float _prior;
    private readonly float _householdPrior;
    private readonly Part _address;
    private readonly Part _organization;
    private readonly Part _traits;

    public ScoreBounds(MatchModel model)
    {
        var limits = model.Limits;
        (_prior, _householdPrior) = ((float)limits.Prior, (float)limits.HouseholdPrior);
        var cap = Math.Max(limits.AddressCap, Math.Max(limits.StreetCap, limits.AreaCap));
        _address = MostOf(model, "address.") with { Stranger = Math.Max(0, (float)cap) };
        _organization = MostOf(model, "organization");
        var (gender, generation) = (MostOf(model, "gender"), MostOf(model, "name.suffix"));
        _traits = new Part(gender.Stranger + generation.Stranger, gender.Household + generation.Household);
    }

    /// <summary>Says whether a pair can reach a score when names, birth dates, e-mails, phones and identifiers are compared.</summary>
    public bool CanReach(float bits, in Evidence evidence, Profile a, Profile b)
    {
        var stranger = _prior + evidence.Total + evidence.AddedTotal + Slack;
        var household = _householdPrior + evidence.HouseholdTotal + evidence.AddedHouseholdTotal + Slack;
        if (!a.Addresses.IsEmpty && !b.Addresses.IsEmpty)
        {
            (stranger, household) = (stranger + _address.Stranger, household + _address.Household);
        }

        if (!a.Organizations.IsEmpty && !b.Organizations.IsEmpty)
        {
            (stranger, household) = (stranger + _organization.Stranger, household + _organization.Household);
        }

        if ((a.Gender != 0 && b.Gender != 0) || (a.Generation != 0 && b.Generation != 0))
        {
            (stranger, household) = (stranger + _traits.Stranger, household + _traits.Household);
        }

        return stranger >= bits && household >= bits;
    }

    /// <summary>Adds up the best levels of all comparisons whose names start so.</summary>
    private static Part MostOf(MatchModel model, string prefix)
    {
        var most = new Dictionary<string, Part>(StringComparer.Ordinal);
        for (var i = 0; i < LevelNames.Count; i++)
        {
            var name = LevelNames.Comparison((Level)i);
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                var known = most.GetValueOrDefault(name);
                most[name] = new Part(Math.Max(known.Stranger, model.Weights[i]), Math.Max(known.Household, model.HouseholdWeights[i]));
            }
        }

        return new Part(most.Values.Sum(p => p.Stranger), most.Values.Sum(p => p.Household));
    }

    /// <summary>The most that a part adds, 0 or more.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(float Stranger, float Household);
}
