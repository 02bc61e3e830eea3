namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Resolves a set and evaluates the clusters.</summary>
internal static class MatchingRun
{
    public static (EvaluationResult Figures, Resolution Resolution, IdentityEngine Engine) Run(IReadOnlyList<MatchingRecord> records) =>
        Run(records, MatchModel.Shipped);

    public static (EvaluationResult Figures, Resolution Resolution, IdentityEngine Engine) Run(
        IReadOnlyList<MatchingRecord> records, MatchModel model)
    {
        var engine = new IdentityEngine(model);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i, records[i].SourceId, records[i].Fields);
        }

        var resolution = engine.Resolve(null, CancellationToken.None);
        return (Evaluate(records, resolution.Clusters), resolution, engine);
    }

    public static EvaluationResult Evaluate(IReadOnlyList<MatchingRecord> records, IReadOnlyList<long[]> clusters) =>
        ClusterEvaluation.Evaluate(clusters.SelectMany((cluster, number) => cluster.Select(id => (records[(int)id].Entity, number))));
}
