using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// Collects the steps of one pair in the caller's memory: a place for each <see cref="Comparison"/>, then a tail of
/// identifiers and attributes. What is asked of it while scoring is answered without a search.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct Evidence
{
    /// <summary>Room enough for every comparison of two records.</summary>
    public const int StepsMax = 40;

    /// <summary>The number of places that are always there.</summary>
    public const int FixedCount = (int)Comparison.Organization + 1;

    private readonly Span<Step> _steps;
    private readonly ReadOnlySpan<float> _weights;
    private readonly ReadOnlySpan<float> _householdWeights;
    private uint _present;
    private int _end;
    private LevelSet _levels;

    /// <summary>Starts empty.</summary>
    /// <param name="steps">Room for the steps, <see cref="StepsMax"/>; what is in it does not matter.</param>
    /// <param name="weights">The weight of each level against strangers.</param>
    /// <param name="householdWeights">The weight of each level against people of one household.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Evidence(Span<Step> steps, ReadOnlySpan<float> weights, ReadOnlySpan<float> householdWeights)
    {
        _steps = steps;
        _weights = weights;
        _householdWeights = householdWeights;
        _end = FixedCount;

        // Places left empty add 0 bits, so that sums need no look at what is there. The length is a constant: a few stores and no call.
        ArgumentOutOfRangeException.ThrowIfLessThan(steps.Length, FixedCount, nameof(steps));
        Unsafe.InitBlockUnaligned(ref Unsafe.As<Step, byte>(ref MemoryMarshal.GetReference(steps)), 0, (uint)(FixedCount * Unsafe.SizeOf<Step>()));
    }

    public Walls Walls { get; set; }

    /// <summary>Gets the sum of all steps so far, against strangers.</summary>
    public float Total { get; private set; }

    /// <summary>Gets the sum of all steps so far, against people of one household.</summary>
    public float HouseholdTotal { get; private set; }

    /// <summary>Gets the sum of what is there and not counted yet, against strangers.</summary>
    public float AheadTotal { get; private set; }

    /// <summary>Gets the sum of what is there and not counted yet, against people of one household.</summary>
    public float AheadHouseholdTotal { get; private set; }

    public readonly bool IsEmpty => _present == 0 && _end == FixedCount;

    /// <summary>Gets the steps that were added, in the order of their places.</summary>
    public readonly EvidenceSteps Steps => new(_steps[.._end], _present);

    public readonly float Weight(Level level) => _weights[(int)level];

    public readonly bool Has(Comparison comparison) => (_present & (1u << (int)comparison)) != 0;

    /// <summary>Says whether some comparison found this; levels learned for single identifiers and attributes are not known here.</summary>
    public readonly bool Has(Level level) => _levels.Has(level);

    /// <summary>Gets the sum of the parts of the name.</summary>
    public readonly float NameSum => Bits(Comparison.Given) + Bits(Comparison.Family) + Bits(Comparison.Swapped);

    /// <summary>Gets the sum of the parts of the address.</summary>
    public readonly float AddressSum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bits(Comparison.Street) + Bits(Comparison.House) + Bits(Comparison.Postal) + Bits(Comparison.Locality) + Bits(Comparison.Region);
    }

    /// <summary>Gives what a comparison added, 0 if there was nothing to compare.</summary>
    public readonly float Bits(Comparison comparison) => Place(comparison).Bits;

    /// <summary>Sets the step of a comparison, which is compared once.</summary>
    public void Set(Comparison comparison, Level level, int a, int b) => Set(comparison, level, _weights[(int)level], a, b);

    // Parts and not a whole step: a step that is written in parts and copied whole stalls the processor.

    /// <summary>Sets the step of a comparison, which is compared once.</summary>
    public void Set(Comparison comparison, Level level, float bits, int a, int b)
    {
        Place(comparison) = new Step(level, bits, a, b);
        _present |= 1u << (int)comparison;
        _levels.Add(level);
        Total += bits;
        HouseholdTotal += _householdWeights[(int)level];
    }

    // Sums depend on their order in the last places. What is compared ahead of its turn is therefore counted when its turn comes.

    /// <summary>Sets the step of a comparison ahead of its turn; <see cref="Count"/> counts it.</summary>
    public void SetAhead(Comparison comparison, Level level, float bits, int a, int b)
    {
        Place(comparison) = new Step(level, bits, a, b);
        _present |= 1u << (int)comparison;
        _levels.Add(level);
        AheadTotal += bits;
        AheadHouseholdTotal += _householdWeights[(int)level];
    }

    /// <summary>Adds the step of an identifier or attribute ahead of its turn; nothing when there is no room left.</summary>
    public void AddAhead(Level level, float bits, int a, int b)
    {
        if (_end < _steps.Length)
        {
            _steps[_end++] = new Step(level, bits, a, b);
            _levels.Add(level);
            AheadTotal += bits;
            AheadHouseholdTotal += _householdWeights[(int)level];
        }
    }

    /// <summary>Counts a comparison that was made ahead, if it was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(Comparison comparison)
    {
        if (Has(comparison))
        {
            Sum(Place(comparison));
        }
    }

    /// <summary>Counts identifiers and attributes.</summary>
    public void CountAdded()
    {
        for (var i = FixedCount; i < _end; i++)
        {
            Sum(_steps[i]);
        }
    }

    private void Sum(in Step step)
    {
        Total += step.Bits;
        HouseholdTotal += _householdWeights[(int)step.Level];
    }

    // The fixed places are always there, see the constructor: they are not looked for again at every step.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref Step Place(Comparison comparison)
    {
        Debug.Assert((int)comparison < FixedCount, "Comparisons all have a fixed place.");
        return ref Unsafe.Add(ref MemoryMarshal.GetReference(_steps), (int)comparison);
    }
}
