namespace IntegrationHub.Identity.Training;

/// <summary>Groups records that are very likely one customer, so that a value many records of one person share counts once.</summary>
internal static class LikelyCustomers
{
    private const double ChanceMin = .95;
    private const int SizeMax = 50;

    /// <summary>Groups.</summary>
    /// <param name="records">All records.</param>
    /// <param name="pairs">Candidate pairs of all records.</param>
    /// <param name="chances">The chance of each pair.</param>
    /// <returns>The slots, those of one group beside each other, with the number of the group from 1.</returns>
    public static List<(int Slot, int Entity)> Group(TrainingRecords records, SampledPair[] pairs, double[] chances)
    {
        var placeOf = new Dictionary<int, int>(records.Count);
        for (var i = 0; i < records.Count; i++)
        {
            placeOf[records.Slots[i]] = i;
        }

        var parent = Enumerable.Range(0, records.Count).ToArray();
        for (var i = 0; i < pairs.Length; i++)
        {
            if (chances[i] >= ChanceMin)
            {
                var (a, b) = (Root(parent, placeOf[pairs[i].A]), Root(parent, placeOf[pairs[i].B]));
                parent[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        var groups = Enumerable.Range(0, records.Count).GroupBy(i => Root(parent, i)).ToList();
        var result = new List<(int, int)>(records.Count);
        var entity = 0;
        foreach (var group in groups)
        {
            // A chain that long is more likely many people than one.
            var isChain = group.Count() > SizeMax;
            entity++;
            foreach (var place in group)
            {
                entity += isChain ? 1 : 0;
                result.Add((records.Slots[place], entity));
            }
        }

        return result;
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }

        return i;
    }
}
