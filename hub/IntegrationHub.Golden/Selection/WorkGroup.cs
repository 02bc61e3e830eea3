using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>Chooses the record whose organization and job title survive together.</summary>
internal static class WorkGroup
{
    internal static readonly string[] FieldNames = [PersonFields.Organization, PersonFields.JobTitle];

    private const double OnlyOrganization = 0.9;
    private const double OnlyTitle = 0.6;

    /// <summary>Ranks the records that say where the person works.</summary>
    /// <param name="set">The records.</param>
    /// <param name="clusters">Takes one entry per such record, best first; cleared before.</param>
    internal static void Choose(in RecordSet set, List<Cluster> clusters)
    {
        clusters.Clear();
        var policy = set.Policy.Of(SurvivorshipPolicy.WorkGroup);
        for (var i = 0; i < set.Count; i++)
        {
            var (organization, title) = Of(set, i);
            if (organization is null && title is null)
            {
                continue;
            }

            var whole = organization is null ? OnlyTitle : title is null ? OnlyOrganization : 1;
            var validity = organization is null ? 1 : Scores.Validity(PersonFields.Organization, organization);
            var score = Scores.TrustAndAge(set, i, SurvivorshipPolicy.WorkGroup, policy, out var trust) * whole * validity;
            var text = $"{organization} {title}";
            var cluster = ValueClusters.Start(set, i, text, text, FieldKind.Text, score, score, trust);
            for (var j = 0; organization is not null && j < set.Count; j++)
            {
                if (j != i && string.Equals(Of(set, j).Organization, organization, StringComparison.OrdinalIgnoreCase))
                {
                    cluster.Sources |= set.SourceBit(j);
                    cluster.Records++;
                }
            }

            cluster.Score *= Scores.Agreement(cluster.Sources);
            clusters.Add(cluster);
        }

        Ranking.Sort(clusters, policy.Rule);
    }

    internal static (string? Organization, string? Title) Of(in RecordSet set, int record)
    {
        string? organization = null;
        string? title = null;
        var fields = set.Fields(record);
        for (var i = 0; i < fields.Count; i++)
        {
            switch (fields[i].Name)
            {
                case PersonFields.Organization:
                    organization ??= fields[i].Value;
                    break;
                case PersonFields.JobTitle:
                    title ??= fields[i].Value;
                    break;
                default:
                    break;
            }
        }

        return (organization, title);
    }
}
