using System.Text;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>Gathers addresses. Each survives whole, out of one record; equal ones agree.</summary>
internal static class AddressGroup
{
    internal const string FieldName = "address";
    internal const string FieldPrefix = "address.";
    private const int GroupsMax = 32;

    /// <summary>The parts in the order in which they are written.</summary>
    internal static readonly string[] Parts =
    [
        PersonFields.AddressFull, PersonFields.AddressLine1, PersonFields.AddressLine2, PersonFields.AddressHouseNumber, PersonFields.AddressStreet,
        PersonFields.AddressLocality, PersonFields.AddressRegion, PersonFields.AddressPostalCode, PersonFields.AddressCountry,
    ];

    /// <summary>Gathers and ranks.</summary>
    /// <param name="set">The records.</param>
    /// <param name="clusters">Takes the distinct addresses, best first; cleared before.</param>
    internal static void Gather(in RecordSet set, List<Cluster> clusters)
    {
        clusters.Clear();
        var policy = set.Policy.Of(SurvivorshipPolicy.AddressGroup);
        for (var record = 0; record < set.Count; record++)
        {
            var groups = Groups(set, record);
            for (var group = 0; groups != 0; group++, groups >>= 1)
            {
                if ((groups & 1) != 0)
                {
                    Add(set, record, group, policy, clusters);
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

    /// <summary>The first value of a part of one address of a record.</summary>
    internal static string? Part(in RecordSet set, int record, int group, string name)
    {
        var fields = set.Fields(record);
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Group == group && string.Equals(fields[i].Name, name, StringComparison.Ordinal))
            {
                return fields[i].Value;
            }
        }

        return null;
    }

    /// <summary>What makes two addresses the same: street, town and postal code, ways of writing them aside.</summary>
    internal static string Fold(in RecordSet set, int record, int group)
    {
        var street = Part(set, record, group, PersonFields.AddressLine1) ?? Joined(set, record, group) ?? Part(set, record, group, PersonFields.AddressFull);
        var fold = new StringBuilder(64);
        StreetWords.AppendFolded(fold, street);
        fold.Append('|');
        StreetWords.AppendFolded(fold, Part(set, record, group, PersonFields.AddressLine2));
        fold.Append('|');
        StreetWords.AppendFolded(fold, Part(set, record, group, PersonFields.AddressLocality));
        fold.Append('|');
        var postal = Part(set, record, group, PersonFields.AddressPostalCode);
        StreetWords.AppendFolded(fold, postal is { Length: 10 } && postal[5] == '-' ? postal[..5] : postal);
        return fold.ToString();
    }

    private static string? Joined(in RecordSet set, int record, int group)
    {
        var street = Part(set, record, group, PersonFields.AddressStreet);
        var number = Part(set, record, group, PersonFields.AddressHouseNumber);
        return street is null ? number : number is null ? street : $"{number} {street}";
    }

    private static uint Groups(in RecordSet set, int record)
    {
        var groups = 0u;
        var fields = set.Fields(record);
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Group < GroupsMax && fields[i].Name.StartsWith(FieldPrefix, StringComparison.Ordinal))
            {
                groups |= 1u << fields[i].Group;
            }
        }

        return groups;
    }

    private static void Add(in RecordSet set, int record, int group, FieldPolicy policy, List<Cluster> clusters)
    {
        var fold = set.Count == 1 ? Part(set, record, group, PersonFields.AddressLine1) ?? string.Empty : Fold(set, record, group);
        var score = Scores.TrustAndAge(set, record, SurvivorshipPolicy.AddressGroup, policy, out var trust) * Completeness(set, record, group);
        for (var i = 0; set.Count > 1 && i < clusters.Count; i++)
        {
            var cluster = clusters[i];
            if (cluster.Value == fold)
            {
                ValueClusters.Join(ref cluster, set, record, score, trust);
                if (score > cluster.LeadScore)
                {
                    (cluster.LeadScore, cluster.Lead, cluster.Group) = (score, record, group);
                }

                clusters[i] = cluster;
                return;
            }
        }

        var added = ValueClusters.Start(set, record, fold, fold, FieldKind.Text, score, score, trust);
        added.Group = group;
        clusters.Add(added);
    }

    /// <summary>Street, town and postal code make an address; region and country round it off.</summary>
    private static double Completeness(in RecordSet set, int record, int group)
    {
        bool Has(in RecordSet s, string name) => Part(s, record, group, name) is not null;
        var whole = Has(set, PersonFields.AddressFull);
        var street = whole || Has(set, PersonFields.AddressLine1) || Has(set, PersonFields.AddressStreet);
        return 0.1 + (street ? 0.4 : 0) + (whole || Has(set, PersonFields.AddressLocality) ? 0.2 : 0)
            + (whole || Has(set, PersonFields.AddressPostalCode) ? 0.2 : 0) + (Has(set, PersonFields.AddressRegion) ? 0.05 : 0)
            + (Has(set, PersonFields.AddressCountry) ? 0.05 : 0);
    }
}
