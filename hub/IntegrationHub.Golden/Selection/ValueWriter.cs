using System.Text.Json;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>Writes what survives and nothing else: the form that is stored for every customer.</summary>
internal static class ValueWriter
{
    internal static void Write(in RecordSet set, Utf8JsonWriter writer)
    {
        var clusters = new List<Cluster>(8);
        var names = FieldList.Of(set, out var hasAddress, out var hasWork);
        writer.WriteStartObject();
        WriteName(set, clusters, writer);
        var i = 0;
        for (; i < names.Count && FieldList.IsBeforeGroups(names[i]); i++)
        {
            WriteField(set, names[i], clusters, writer);
        }

        if (hasAddress)
        {
            WriteAddresses(set, clusters, writer);
        }

        if (hasWork)
        {
            WriteWork(set, clusters, writer);
        }

        for (; i < names.Count; i++)
        {
            WriteField(set, names[i], clusters, writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteName(in RecordSet set, List<Cluster> clusters, Utf8JsonWriter writer)
    {
        var name = NameGroup.Choose(set, clusters);
        if (clusters.Count == 0)
        {
            return;
        }

        foreach (var field in NameGroup.FieldNames)
        {
            WriteIf(writer, field, name.Part(field));
        }
    }

    private static void WriteWork(in RecordSet set, List<Cluster> clusters, Utf8JsonWriter writer)
    {
        WorkGroup.Choose(set, clusters);
        var (organization, title) = WorkGroup.Of(set, clusters[0].Lead);
        WriteIf(writer, PersonFields.Organization, organization);
        WriteIf(writer, PersonFields.JobTitle, title);
    }

    private static void WriteAddresses(in RecordSet set, List<Cluster> clusters, Utf8JsonWriter writer)
    {
        AddressGroup.Gather(set, clusters);
        var count = ShownCount(clusters, set.Policy.Of(SurvivorshipPolicy.AddressGroup));
        writer.WriteStartArray(AddressGroup.FieldName);
        for (var i = 0; i < count; i++)
        {
            writer.WriteStartObject();
            foreach (var part in AddressGroup.Parts)
            {
                WriteIf(writer, part[AddressGroup.FieldPrefix.Length..], AddressGroup.Part(set, clusters[i].Lead, clusters[i].Group, part));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteField(in RecordSet set, string name, List<Cluster> clusters, Utf8JsonWriter writer)
    {
        var policy = set.Policy.Of(name);
        ValueClusters.Gather(set, name, policy, clusters);
        writer.WritePropertyName(name);
        if (!FieldList.IsRepeated(name))
        {
            GoldenJson.WriteText(writer, clusters[0].Shown, clusters[0].Kind);
            return;
        }

        var count = ShownCount(clusters, policy);
        writer.WriteStartArray();
        for (var i = 0; i < count; i++)
        {
            GoldenJson.WriteText(writer, clusters[i].Shown, clusters[i].Kind);
        }

        writer.WriteEndArray();
    }

    /// <summary>How many values of a repeated field are shown.</summary>
    internal static int ShownCount(List<Cluster> clusters, FieldPolicy policy) =>
        policy.Rule == SurvivalRule.Union ? Math.Min(clusters.Count, policy.Max) : Math.Min(clusters.Count, 1);

    private static void WriteIf(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
