namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Resolves a set and evaluates the clusters.</summary>
internal static class MatchingRun
{
    public static (EvaluationResult Figures, Resolution Resolution, IdentityEngine Engine) Run(IReadOnlyList<MatchingRecord> records) =>
        Run(records, Trained(records));

    public static (EvaluationResult Figures, Resolution Resolution, IdentityEngine Engine) Run(
        IReadOnlyList<MatchingRecord> records, MatchModel model)
    {
        var engine = Load(records, model);
        var resolution = engine.Resolve(null, CancellationToken.None);
        return (Evaluate(records, resolution.Clusters), resolution, engine);
    }

    /// <summary>The model that the records themselves teach.</summary>
    public static MatchModel Trained(IReadOnlyList<MatchingRecord> records) =>
        Load(records, MatchModel.Shipped).Train(2, CancellationToken.None);

    public static EvaluationResult Evaluate(IReadOnlyList<MatchingRecord> records, IReadOnlyList<long[]> clusters) =>
        ClusterEvaluation.Evaluate(clusters.SelectMany((cluster, number) => cluster.Select(id => (records[(int)id].Entity, number))));

    private static IdentityEngine Load(IReadOnlyList<MatchingRecord> records, MatchModel model)
    {
        var engine = new IdentityEngine(model);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i, records[i].SourceId, records[i].Fields);
        }

        return engine;
    }
}
