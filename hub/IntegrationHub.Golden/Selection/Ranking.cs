namespace IntegrationHub.Golden.Selection;

/// <summary>Orders values by a rule. A full order: equal values are never left to chance.</summary>
internal static class Ranking
{
    private static readonly Comparison<Cluster>[] ByRule =
    [
        Best,
        (l, r) => Then(r.NewestTicks.CompareTo(l.NewestTicks), l, r),
        (l, r) => Then(r.Trust.CompareTo(l.Trust), l, r),
        (l, r) => Then(r.Records.CompareTo(l.Records), l, r),
        (l, r) => Then(r.Shown.Length.CompareTo(l.Shown.Length), l, r),
        (l, r) => Then(l.FirstSeenTicks.CompareTo(r.FirstSeenTicks), l, r),
        Best,
    ];

    internal static void Sort(List<Cluster> clusters, SurvivalRule rule)
    {
        if (clusters.Count > 1)
        {
            clusters.Sort(ByRule[(int)rule]);
        }
    }

    /// <summary>The rule in words, for lineage.</summary>
    internal static string Describe(SurvivalRule rule) => rule switch
    {
        SurvivalRule.Best => "best score: trust, age, validity, agreement",
        SurvivalRule.MostRecent => "most recent",
        SurvivalRule.MostTrusted => "most trusted source",
        SurvivalRule.MostFrequent => "most frequent",
        SurvivalRule.Longest => "longest",
        SurvivalRule.First => "first seen",
        _ => "all values, best score first",
    };

    private static int Then(int order, in Cluster left, in Cluster right) => order != 0 ? order : Best(left, right);

    private static int Best(Cluster left, Cluster right)
    {
        var order = right.Score.CompareTo(left.Score);
        order = order != 0 ? order : right.NewestTicks.CompareTo(left.NewestTicks);
        order = order != 0 ? order : string.CompareOrdinal(left.Value, right.Value);
        order = order != 0 ? order : left.Kind.CompareTo(right.Kind);
        return order != 0 ? order : left.Lead.CompareTo(right.Lead);
    }
}
