using IntegrationHub.Identity;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>Finds the groups of records that are related in any way: by chains of pairs worth at least a person's look.</summary>
internal static class RelatedRecords
{
    /// <summary>Finds them.</summary>
    /// <returns>The places of each group's records, single ones included.</returns>
    public static List<int[]> Find(List<MatchingRecord> records, MatchModel model)
    {
        var engine = new IdentityEngine(model);
        for (var i = 0; i < records.Count; i++)
        {
            engine.Upsert(i, records[i].SourceId, records[i].Fields);
        }

        var parent = Enumerable.Range(0, records.Count).ToArray();
        engine.ForEachCandidate(
            pair =>
            {
                if (pair.Bits >= model.Limits.Review)
                {
                    parent[Root(parent, (int)pair.RecordA)] = Root(parent, (int)pair.RecordB);
                }
            },
            null,
            CancellationToken.None);
        return [.. Enumerable.Range(0, records.Count).GroupBy(i => Root(parent, i)).Select(group => group.ToArray())];
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
