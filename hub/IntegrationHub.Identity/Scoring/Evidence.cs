using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Collects the steps of one pair in the caller's memory.</summary>
/// <param name="steps">Room for the steps.</param>
/// <param name="weights">The weight of each level.</param>
[StructLayout(LayoutKind.Auto)]
internal ref struct Evidence(Span<Step> steps, ReadOnlySpan<float> weights)
{
    /// <summary>Room enough for every comparison of two records.</summary>
    public const int StepsMax = 40;

    private readonly Span<Step> _steps = steps;
    private readonly ReadOnlySpan<float> _weights = weights;

    public int Count { get; private set; }

    public Walls Walls { get; set; }

    public readonly ReadOnlySpan<Step> Steps => _steps[..Count];

    public readonly float Weight(Level level) => _weights[(int)level];

    public void Add(Level level, int a, int b) => Add(new Step(level, _weights[(int)level], a, b));

    public void Add(in Step step)
    {
        if (Count < _steps.Length)
        {
            _steps[Count++] = step;
        }
    }

    public readonly float Sum(Level first, Level last)
    {
        var sum = 0f;
        for (var i = 0; i < Count; i++)
        {
            if (_steps[i].Level >= first && _steps[i].Level <= last)
            {
                sum += _steps[i].Bits;
            }
        }

        return sum;
    }

    public readonly bool Has(Level level) => HasAny(level, level);

    public readonly bool HasAny(Level first, Level last)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_steps[i].Level >= first && _steps[i].Level <= last)
            {
                return true;
            }
        }

        return false;
    }
}
