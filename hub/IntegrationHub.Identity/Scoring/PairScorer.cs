using System.Runtime.CompilerServices;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// Scores a pair after Fellegi and Sunter (1969): prior plus the weights of all comparisons, in bits, with the positive
/// sums of dependent groups capped. Depends on the two profiles and the model only. Safe to call from many threads.
/// </summary>
internal sealed class PairScorer(WordPool words, TextPool values, FieldNames names, MatchModel model)
{
    private readonly NameComparer _names = new(words, model);
    private readonly AddressComparer _addresses = new(words, model);
    private readonly IdentifierComparer _identifiers = new(values, names, model);
    private readonly float[] _weights = model.Weights;
    private readonly float[] _householdWeights = model.HouseholdWeights;
    private readonly ValueFrequencies _frequencies = model.Frequencies;
    private readonly ScoreBounds _bounds = new(model);
    private readonly GroupLimits _groupLimits = new(model.Limits);
    private readonly float _prior = (float)model.Limits.Prior;
    private readonly float _householdPrior = (float)model.Limits.HouseholdPrior;
    private readonly double _threshold = model.Limits.Threshold;

    /// <summary>Scores a pair; the caller passes the two in canonical order, so that the score is symmetric.</summary>
    [SkipLocalsInit]
    public float Score(int[] dataA, int[] dataB, out Walls walls)
    {
        Span<Step> steps = stackalloc Step[Evidence.StepsMax];
        var evidence = Start(steps);
        Compare(dataA, dataB, ref evidence);
        var bits = Judge(ref evidence).Bits;
        walls = evidence.Walls;
        return bits;
    }

    /// <summary>
    /// Scores a pair that matters only from a score on, as most that keys propose do not: what cannot reach it is left
    /// before the addresses are compared.
    /// </summary>
    /// <param name="dataA">The first profile in canonical order.</param>
    /// <param name="dataB">The second.</param>
    /// <param name="bitsMin">The least score that matters.</param>
    /// <param name="bits">The score; undefined where the result is <see langword="false"/>.</param>
    /// <param name="walls">The walls; undefined likewise.</param>
    /// <returns>Whether the score is at least that.</returns>
    [SkipLocalsInit]
    public bool Reaches(int[] dataA, int[] dataB, float bitsMin, out float bits, out Walls walls)
    {
        Span<Step> steps = stackalloc Step[Evidence.StepsMax];
        var evidence = Start(steps);
        var a = new Profile(dataA);
        var b = new Profile(dataB);
        var isConflict = CompareAhead(a, b, ref evidence);
        var rest = _bounds.RestOf(a, b);
        if (!ScoreBounds.CanReach(bitsMin, evidence, _bounds.WithNames(rest)))
        {
            (bits, walls) = (float.NegativeInfinity, Walls.None);
            return false;
        }

        _names.Compare(a.Names, b.Names, ref evidence);
        if (!ScoreBounds.CanReach(bitsMin, evidence, rest))
        {
            (bits, walls) = (float.NegativeInfinity, Walls.None);
            return false;
        }

        CompareRest(a, b, isConflict, ref evidence);
        bits = Judge(ref evidence).Bits;
        walls = evidence.Walls;
        return bits >= bitsMin;
    }

    /// <summary>Adds up the comparisons that speak against the pair, in bits, 0 or less; a different address counts up to its floor.</summary>
    [SkipLocalsInit]
    public float Against(int[] dataA, int[] dataB)
    {
        Span<Step> steps = stackalloc Step[Evidence.StepsMax];
        var evidence = Start(steps);
        Compare(dataA, dataB, ref evidence);
        var against = Math.Max(0, -GroupCaps.AddressOf(evidence, _groupLimits));
        foreach (ref readonly var step in evidence.Steps)
        {
            against += Math.Min(0, step.Bits);
        }

        return Math.Min(0, against);
    }

    /// <summary>Begins the comparison of a pair in the caller's memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Evidence Start(Span<Step> steps) => new(steps, _weights, _householdWeights);

    /// <summary>Scores a pair whose comparison is done. Walls that values raise stand only where the score itself says apart: in
    /// records full of errors two clear differences are no proof.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rivals Judge(ref Evidence evidence)
    {
        var rivals = new Rivals(_prior + evidence.Total - Caps(evidence).Sum, _householdPrior + evidence.HouseholdTotal);
        if (rivals.Bits >= _threshold)
        {
            evidence.Walls = (evidence.Walls & ~Walls.OfValues) | (evidence.Has(Level.GenerationDifferent) ? Walls.Generation : Walls.None);
        }

        return rivals;
    }

    /// <summary>Says what dependent comparisons add too much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GroupCaps Caps(in Evidence evidence) => GroupCaps.Of(evidence, _groupLimits);

    public void Compare(int[] dataA, int[] dataB, ref Evidence evidence)
    {
        var a = new Profile(dataA);
        var b = new Profile(dataB);
        var isConflict = CompareAhead(a, b, ref evidence);
        _names.Compare(a.Names, b.Names, ref evidence);
        CompareRest(a, b, isConflict, ref evidence);
    }

    /// <summary>Compares what costs least.</summary>
    /// <returns>Whether exclusive identifiers differ clearly.</returns>
    private bool CompareAhead(Profile a, Profile b, ref Evidence evidence)
    {
        var arePeopleAndCompany = (a.Kind == RecordKind.Company && b.Kind == RecordKind.Person)
            || (a.Kind == RecordKind.Person && b.Kind == RecordKind.Company);
        if (arePeopleAndCompany)
        {
            evidence.Set(Comparison.Kind, Level.KindDifferent, (int)a.Kind, (int)b.Kind);
            evidence.Walls |= Walls.Kind;
        }

        BirthDateComparer.Compare(values, a, b, ref evidence);
        EmailComparer.Compare(values, _frequencies, a.Emails, b.Emails, ref evidence);
        PhoneComparer.Compare(values, _frequencies, a.Phones, b.Phones, ref evidence);
        return _identifiers.Compare(a.Identifiers, b.Identifiers, ref evidence);
    }

    private void CompareRest(Profile a, Profile b, bool isConflict, ref Evidence evidence)
    {
        evidence.Count(Comparison.Birth);
        evidence.Count(Comparison.Email);
        evidence.Count(Comparison.Phone);
        _addresses.Compare(a.Addresses, b.Addresses, ref evidence);
        evidence.CountAdded();
        if (!a.Organizations.IsEmpty && !b.Organizations.IsEmpty)
        {
            var areCompanies = a.Kind == RecordKind.Company && b.Kind == RecordKind.Company;
            OrganizationComparer.Compare(words, a.Organizations, b.Organizations, areCompanies, ref evidence);
        }

        if (a.HasTraits && b.HasTraits)
        {
            CompareTraits(a, b, ref evidence);
        }

        evidence.Walls |= WallRules.Of(evidence, isConflict, a.Birth, b.Birth);
    }

    private static void CompareTraits(Profile a, Profile b, ref Evidence evidence)
    {
        if (a.Gender != 0 && b.Gender != 0)
        {
            evidence.Set(Comparison.Gender, a.Gender == b.Gender ? Level.GenderSame : Level.GenderDifferent, a.Gender, b.Gender);
        }

        if (a.Generation != 0 && b.Generation != 0 && a.Generation != b.Generation)
        {
            evidence.Set(Comparison.Generation, Level.GenerationDifferent, a.Generation, b.Generation);
        }
    }
}
