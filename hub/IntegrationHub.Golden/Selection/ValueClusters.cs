using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>Gathers the values of one field over all records.</summary>
internal static class ValueClusters
{
    private const double TagFactor = 0.5;

    /// <summary>Gathers and ranks.</summary>
    /// <param name="set">The records.</param>
    /// <param name="name">The field.</param>
    /// <param name="policy">The field's rule.</param>
    /// <param name="clusters">Takes the distinct values, best first; cleared before.</param>
    internal static void Gather(in RecordSet set, string name, FieldPolicy policy, List<Cluster> clusters)
    {
        clusters.Clear();
        for (var record = 0; record < set.Count; record++)
        {
            var fields = set.Fields(record);
            for (var i = 0; i < fields.Count; i++)
            {
                var field = fields[i];
                if (ReferenceEquals(field.Name, name) || string.Equals(field.Name, name, StringComparison.Ordinal))
                {
                    Add(set, record, field, policy, clusters);
                }
            }
        }

        for (var i = 0; i < clusters.Count; i++)
        {
            var cluster = clusters[i];
            cluster.Score *= Scores.Agreement(cluster.Sources);
            clusters[i] = cluster;
        }

        Ranking.Sort(clusters, policy.Rule);
    }

    /// <summary>Says whether a cluster holds a value; letter case makes no difference.</summary>
    internal static bool IsSame(in Cluster cluster, string value, FieldKind kind) =>
        cluster.Kind == kind && string.Equals(cluster.Value, value, StringComparison.OrdinalIgnoreCase);

    private static void Add(in RecordSet set, int record, in Field field, FieldPolicy policy, List<Cluster> clusters)
    {
        var isList = field.Name.StartsWith(PersonFields.ListPrefix, StringComparison.Ordinal);
        var kind = isList ? FieldKind.Boolean : field.Kind;
        var value = isList && field.Value != "false" ? "true" : field.Value;
        var shown = field.Name == PersonFields.Email ? EmailForm.Deliverable(value, field.Original) : value;
        var score = Scores.TrustAndAge(set, record, field.Name, policy, out var trust) * Scores.Validity(field.Name, value);
        var leadScore = field.Name == PersonFields.Email && shown.Contains('+', StringComparison.Ordinal) ? score * TagFactor : score;
        for (var i = 0; i < clusters.Count; i++)
        {
            var cluster = clusters[i];
            if (IsSame(cluster, value, kind))
            {
                Join(ref cluster, set, record, score, trust);
                if (leadScore > cluster.LeadScore)
                {
                    (cluster.LeadScore, cluster.Lead, cluster.Shown) = (leadScore, record, shown);
                }

                clusters[i] = cluster;
                return;
            }
        }

        clusters.Add(Start(set, record, value, shown, kind, score, leadScore, trust));
    }

    internal static Cluster Start(
        in RecordSet set, int record, string value, string shown, FieldKind kind, double score, double leadScore, double trust) => new()
        {
            Value = value,
            Shown = shown,
            Kind = kind,
            Lead = record,
            LeadScore = leadScore,
            Score = score,
            Trust = trust,
            NewestTicks = set[record].Record.EffectiveAt.UtcTicks,
            FirstSeenTicks = set[record].Record.FirstSeenAt.UtcTicks,
            Records = 1,
            Sources = set.SourceBit(record),
            LastRecord = record,
        };

    internal static void Join(ref Cluster cluster, in RecordSet set, int record, double score, double trust)
    {
        cluster.Score = Math.Max(cluster.Score, score);
        cluster.Trust = Math.Max(cluster.Trust, trust);
        cluster.NewestTicks = Math.Max(cluster.NewestTicks, set[record].Record.EffectiveAt.UtcTicks);
        cluster.FirstSeenTicks = Math.Min(cluster.FirstSeenTicks, set[record].Record.FirstSeenAt.UtcTicks);
        cluster.Sources |= set.SourceBit(record);
        cluster.Records += cluster.LastRecord == record ? 0 : 1;
        cluster.LastRecord = record;
    }
}
