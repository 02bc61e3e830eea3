namespace IntegrationHub.Identity;

/// <summary>Compares a clustering with the truth by group sizes; pairs are counted, never enumerated.</summary>
public static class ClusterEvaluation
{
    /// <summary>Evaluates a clustering.</summary>
    /// <typeparam name="TTruth">The type of a true entity's id.</typeparam>
    /// <typeparam name="TCluster">The type of a cluster's id.</typeparam>
    /// <param name="records">For each record its true entity and its cluster.</param>
    /// <returns>The figures; with no predicted pairs precision is 1 only if there are no true pairs either, with no true
    /// pairs recall is 1.</returns>
    public static EvaluationResult Evaluate<TTruth, TCluster>(IEnumerable<(TTruth Truth, TCluster Cluster)> records)
        where TTruth : notnull
        where TCluster : notnull
    {
        ArgumentNullException.ThrowIfNull(records);

        var truths = new Dictionary<TTruth, long>();
        var clusters = new Dictionary<TCluster, long>();
        var cells = new Dictionary<(TTruth, TCluster), long>();
        foreach (var (truth, cluster) in records)
        {
            truths[truth] = truths.GetValueOrDefault(truth) + 1;
            clusters[cluster] = clusters.GetValueOrDefault(cluster) + 1;
            cells[(truth, cluster)] = cells.GetValueOrDefault((truth, cluster)) + 1;
        }

        var count = truths.Values.Sum();
        var shared = cells.Values.Sum(Pairs);
        var predicted = clusters.Values.Sum(Pairs);
        var correct = truths.Values.Sum(Pairs);
        var pairwise = new EvaluationFigures(
            predicted > 0 ? (double)shared / predicted : correct == 0 ? 1 : 0,
            correct > 0 ? (double)shared / correct : 1);
        return new EvaluationResult(count, correct, predicted, shared, pairwise, BCubed(cells, truths, clusters, count));
    }

    private static EvaluationFigures BCubed<TTruth, TCluster>(
        Dictionary<(TTruth Truth, TCluster Cluster), long> cells,
        Dictionary<TTruth, long> truths,
        Dictionary<TCluster, long> clusters,
        long count)
        where TTruth : notnull
        where TCluster : notnull
    {
        if (count == 0)
        {
            return new EvaluationFigures(1, 1);
        }

        var precision = 0d;
        var recall = 0d;
        foreach (var ((truth, cluster), size) in cells)
        {
            precision += (double)size * size / clusters[cluster];
            recall += (double)size * size / truths[truth];
        }

        return new EvaluationFigures(precision / count, recall / count);
    }

    private static long Pairs(long size) => size * (size - 1) / 2;
}
