namespace IntegrationHub.Identity.Training;

/// <summary>The pairs that one kind of key proposes, as counts of distinct vectors; the comparisons that the key itself
/// decides are left out.</summary>
internal sealed class Session(string key, string decides, int[] starts, int[] levels, double[] counts)
{
    /// <summary>Gets the kind of key.</summary>
    public string Key { get; } = key;

    /// <summary>Gets what the comparison begins with that the key alone decides; never met for keys of several values.</summary>
    public string Decides { get; } = decides;

    /// <summary>Gets the number of distinct vectors.</summary>
    public int Count => counts.Length;

    /// <summary>Gets or sets the share of pairs of one customer.</summary>
    public double Match { get; set; } = .3;

    /// <summary>Gets or sets the share of pairs of one household.</summary>
    public double Household { get; set; } = .1;

    /// <summary>Gets the levels of a vector.</summary>
    public ReadOnlySpan<int> Levels(int vector) => levels.AsSpan(starts[vector]..starts[vector + 1]);

    /// <summary>Gets how many pairs have a vector.</summary>
    public double Pairs(int vector) => counts[vector];
}
