using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>A set of levels as bits. Levels beyond its room, which are those learned for single names, are left out.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LevelSet
{
    private const int WordBits = 64;

    private ulong _low;
    private ulong _high;

    public void Add(Level level)
    {
        var bit = 1UL << ((int)level & (WordBits - 1));
        if ((int)level < WordBits)
        {
            _low |= bit;
        }
        else if ((int)level < 2 * WordBits)
        {
            _high |= bit;
        }
    }

    public readonly bool Has(Level level) =>
        (((int)level < WordBits ? _low : _high) & (1UL << ((int)level & (WordBits - 1)))) != 0;
}
