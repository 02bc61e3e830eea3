namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Draws by SplitMix64: one seed, one purpose and one number always give the same draws, whatever was drawn before.</summary>
internal sealed class Dice
{
    private ulong _state;

    /// <summary>Starts anew.</summary>
    /// <param name="seed">The seed of the whole.</param>
    /// <param name="purpose">What is drawn for, so that two things with one number differ.</param>
    /// <param name="number">The number of the thing.</param>
    public void Restart(int seed, int purpose, long number)
    {
        _state = (ulong)number * 0xD6E8FEB86659FD93;
        _state = Next() ^ ((ulong)(uint)seed << 32) ^ (uint)purpose;
        _state = Next();
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Draws from 0 up to, not including, a limit.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    public T Of<T>(T[] items) => items[Below(items.Length)];

    /// <summary>Draws the first items more often than the last: the larger the power, the steeper.</summary>
    public int Skewed(int count, double power) => (int)(count * Math.Pow(Share(), power));

    /// <summary>Draws an index as often as its weight says.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var left = 0.0;
        foreach (var weight in weights)
        {
            left += weight;
        }

        left *= Share();
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }
}
