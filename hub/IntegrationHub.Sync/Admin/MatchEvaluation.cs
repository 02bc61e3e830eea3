using System.Text;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Identity;
using IntegrationHub.Identity.Evaluating;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Admin;

/// <summary>Measures the customers, and the scores behind them, against the truth. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="resolver">Fills an engine to score pairs with.</param>
public sealed class MatchEvaluation(IHubStore store, ResolverService resolver)
{
    /// <summary>Compares the customers alone with the truth; quick, no pair is scored.</summary>
    /// <param name="truthPath">A CSV file with the columns <c>source,stream,key,entity_id</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="AdminException">The file is not such a file.</exception>
    public async Task<EvaluationResult> CompareAsync(string truthPath, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(truthPath);

        var truth = await TruthFile.ReadAsync(truthPath, cancellationToken);
        var records = new List<(int Truth, object Cluster)>(truth.Count);
        await foreach (var (record, customerId) in store.Customers.ReadLinksAsync(cancellationToken))
        {
            if (truth.Remove(record, out var entity))
            {
                records.Add((entity, customerId));
            }
        }

        return ClusterEvaluation.Evaluate(records.Concat(truth.Values.Select(entity => (entity, new object()))));
    }

    /// <summary>Measures the customers, the keys and every threshold, and finds the pairs that are worst wrong.</summary>
    /// <param name="truthPath">A CSV file with the columns <c>source,stream,key,entity_id</c>.</param>
    /// <param name="worst">How many wrong pairs of each kind to name.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="AdminException">The file is not such a file.</exception>
    public async Task<TruthEvaluation> EvaluateAsync(
        string truthPath, int worst, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(truthPath);
        ArgumentOutOfRangeException.ThrowIfNegative(worst);

        var truth = await TruthFile.ReadAsync(truthPath, cancellationToken);
        var sources = (await store.Sources.ListAsync(cancellationToken)).ToDictionary(s => s.Id, s => s.Name);
        var entityOf = new Dictionary<long, int>(truth.Count);
        var engine = await resolver.LoadEngineAsync(
            record =>
            {
                if (sources.TryGetValue(record.SourceId, out var source)
                    && truth.Remove(new RecordRef(source, record.Stream, record.Key), out var entity))
                {
                    entityOf.Add(record.Id, entity);
                }
            },
            progress,
            cancellationToken);
        var customerOf = await CustomersAsync(entityOf, cancellationToken);
        var result = ClusterEvaluation.Evaluate(Clusters(entityOf, customerOf, truth.Values));
        var pairs = new PairEvaluation(entityOf, customerOf, result.TruePairs, worst);
        engine.ForEachCandidate(
            pairs.Add, progress is null ? null : new Progress<double>(done => progress.Report(new ResolveProgress("score", done))), cancellationToken);
        return new TruthEvaluation(
            result,
            truth.Count,
            engine.Count - entityOf.Count,
            pairs.Curve,
            pairs.CandidatePairs,
            engine.LinkProbability,
            await NamedAsync(pairs.Joined, cancellationToken),
            await NamedAsync(pairs.Missed, cancellationToken));
    }

    /// <summary>Draws precision and recall over the threshold.</summary>
    /// <param name="path">The SVG file; replaced as a whole when it is there.</param>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="cancellationToken">Stops the writing; the file then stays as it was.</param>
    /// <returns>A task.</returns>
    public static async Task WriteChartAsync(string path, TruthEvaluation evaluation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evaluation);

        var svg = CurveChart.Draw(evaluation.Curve, evaluation.LinkProbability);
        var stream = AtomicFile.CreateTemporary(Path.GetFullPath(path), isPrivate: false, out var temporary);
        try
        {
            await using (stream)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(svg), cancellationToken);
            }

            AtomicFile.Publish(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private async Task<Dictionary<long, long>> CustomersAsync(Dictionary<long, int> entityOf, CancellationToken cancellationToken)
    {
        var customerOf = new Dictionary<long, long>(entityOf.Count);
        await foreach (var (record, anchor) in store.Customers.ReadMembershipAsync(cancellationToken))
        {
            if (entityOf.ContainsKey(record))
            {
                customerOf.Add(record, anchor);
            }
        }

        return customerOf;
    }

    /// <summary>Records that are missing, or wait for their first resolution, are customers of their own: numbered from below zero.</summary>
    private static IEnumerable<(int Truth, long Cluster)> Clusters(
        Dictionary<long, int> entityOf, Dictionary<long, long> customerOf, IEnumerable<int> missing)
    {
        var alone = 0L;
        foreach (var (record, entity) in entityOf)
        {
            yield return (entity, customerOf.TryGetValue(record, out var customer) ? customer : --alone);
        }

        foreach (var entity in missing)
        {
            yield return (entity, --alone);
        }
    }

    private async Task<IReadOnlyList<WrongPair>> NamedAsync(ExtremePairs wrong, CancellationToken cancellationToken)
    {
        var pairs = wrong.ToList();
        var names = await RecordNames.ReadAsync(store, pairs.SelectMany(p => new[] { p.RecordA, p.RecordB }), cancellationToken);
        return [.. pairs.Where(p => names.ContainsKey(p.RecordA) && names.ContainsKey(p.RecordB)).Select(p => new WrongPair(
            names[p.RecordA], names[p.RecordB], p.Bits, p.Probability, p.Standing == PairStanding.Never))];
    }
}
