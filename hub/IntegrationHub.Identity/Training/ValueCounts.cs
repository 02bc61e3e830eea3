using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>How many customers have each value of one comparison.</summary>
internal sealed class ValueCounts(string comparison, TextPool pool)
{
    // The value's number above the customer's. A place for every value of the pool would be mostly empty ones.
    private readonly List<ulong> _pairs = [];
    private (int Text, int Customers)[]? _counts;
    private long _total;

    public string Comparison { get; } = comparison;

    public TextPool Pool { get; } = pool;

    /// <summary>Gets how many customers have any value.</summary>
    public long Total
    {
        get
        {
            Settle();
            return _total;
        }
    }

    /// <summary>Counts a value once for each customer.</summary>
    /// <param name="text">The value's number in the pool; 0 is none.</param>
    /// <param name="entity">The customer, from 1.</param>
    public void Add(int text, int entity)
    {
        if (text != 0)
        {
            _pairs.Add(((ulong)text << 32) | (uint)entity);
            _counts = null;
        }
    }

    /// <summary>Counts what was added; done when first asked, unless it was before.</summary>
    public void Settle() => _counts ??= Count();

    /// <summary>Gives the chance that two customers taken at random have the same value.</summary>
    public double Agreement()
    {
        var (same, total) = (0d, (double)Total);
        foreach (var (_, customers) in _counts!)
        {
            same += (double)customers * (customers - 1);
        }

        return total < 2 ? 0 : same / (total * (total - 1));
    }

    /// <summary>Lists the values that at least so many customers have, with their shares.</summary>
    public IEnumerable<(int Text, double Share)> Common(int countMin)
    {
        var total = Total;
        return _counts!.Where(c => c.Customers >= countMin).Select(c => (c.Text, (double)c.Customers / total));
    }

    private (int Text, int Customers)[] Count()
    {
        _pairs.Sort();
        _total = 0;
        var counts = new List<(int Text, int Customers)>();
        for (var i = 0; i < _pairs.Count;)
        {
            var (text, customers) = ((int)(_pairs[i] >> 32), 0);
            for (; i < _pairs.Count && (int)(_pairs[i] >> 32) == text; i++)
            {
                customers += i == 0 || _pairs[i] != _pairs[i - 1] ? 1 : 0;
            }

            counts.Add((text, customers));
            _total += customers;
        }

        return [.. counts];
    }
}
