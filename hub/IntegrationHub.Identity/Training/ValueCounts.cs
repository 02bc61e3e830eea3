using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>How many customers have each value of one comparison.</summary>
internal sealed class ValueCounts(string comparison, TextPool pool)
{
    private int[] _counts = [];
    private int[] _lastEntity = [];

    public string Comparison { get; } = comparison;

    public TextPool Pool { get; } = pool;

    /// <summary>Gets how many customers have any value.</summary>
    public long Total { get; private set; }

    /// <summary>Counts a value once for each customer; customers come one after the other.</summary>
    /// <param name="text">The value's number in the pool; 0 is none.</param>
    /// <param name="entity">The customer, from 1.</param>
    public void Add(int text, int entity)
    {
        if (text == 0)
        {
            return;
        }

        if (_counts.Length <= text)
        {
            Array.Resize(ref _counts, Math.Max(Pool.Count + 1, text + 1));
            Array.Resize(ref _lastEntity, _counts.Length);
        }

        if (_lastEntity[text] != entity)
        {
            _lastEntity[text] = entity;
            _counts[text]++;
            Total++;
        }
    }

    /// <summary>Gives the chance that two customers taken at random have the same value.</summary>
    public double Agreement()
    {
        var same = 0d;
        foreach (var count in _counts)
        {
            same += (double)count * (count - 1);
        }

        return Total < 2 ? 0 : same / ((double)Total * (Total - 1));
    }

    /// <summary>Lists the values that at least so many customers have, by hash, with their shares.</summary>
    public IEnumerable<(int Text, double Share)> Common(int countMin)
    {
        for (var text = 1; text < _counts.Length; text++)
        {
            if (_counts[text] >= countMin)
            {
                yield return (text, (double)_counts[text] / Total);
            }
        }
    }
}
