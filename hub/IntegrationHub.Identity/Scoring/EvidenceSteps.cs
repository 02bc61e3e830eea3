using System.Numerics;
using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Walks over the steps of an <see cref="Evidence"/>, empty places left out.</summary>
/// <param name="steps">All places in use.</param>
/// <param name="present">Which of the fixed places hold a step.</param>
[StructLayout(LayoutKind.Auto)]
internal ref struct EvidenceSteps(ReadOnlySpan<Step> steps, uint present)
{
    private readonly ReadOnlySpan<Step> _steps = steps;
    private uint _rest = present;
    private int _current = -1;

    public readonly ref readonly Step Current => ref _steps[_current];

    public readonly EvidenceSteps GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest != 0)
        {
            _current = BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
        }
        else
        {
            _current = Math.Max(_current + 1, Evidence.FixedCount);
        }

        return _current < _steps.Length;
    }
}
