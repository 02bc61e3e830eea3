using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>Makes the whole golden record: the choices of <see cref="ValueWriter"/> with their lineage and what lost.</summary>
internal sealed class RecordAssembler(RecordSet set)
{
    private readonly RecordSet _set = set;
    private readonly List<Cluster> _clusters = new(8);
    private readonly List<GoldenField> _fields = new(24);

    internal GoldenRecord Assemble()
    {
        var names = FieldList.Of(_set, out var hasAddress, out var hasWork);
        AddName();
        var i = 0;
        for (; i < names.Count && FieldList.IsBeforeGroups(names[i]); i++)
        {
            AddField(names[i]);
        }

        if (hasAddress)
        {
            AddAddresses();
        }

        if (hasWork)
        {
            WorkGroup.Choose(_set, _clusters);
            var winner = _clusters[0].Lead;
            var (organization, title) = WorkGroup.Of(_set, winner);
            var rule = Rule(SurvivorshipPolicy.WorkGroup, "organization and job title together");
            AddOfGroup(PersonFields.Organization, organization, winner, rule, isDerived: false);
            AddOfGroup(PersonFields.JobTitle, title, winner, rule, isDerived: false);
        }

        for (; i < names.Count; i++)
        {
            AddField(names[i]);
        }

        return new GoldenRecord(_fields);
    }

    private void AddName()
    {
        var name = NameGroup.Choose(_set, _clusters);
        if (_clusters.Count == 0)
        {
            return;
        }

        var winner = _clusters[0].Lead;
        var rule = Rule(SurvivorshipPolicy.NameGroup, "the name of one record, whole");
        foreach (var field in NameGroup.FieldNames)
        {
            AddOfGroup(field, name.Part(field), winner, rule, isDerived: name.IsSplit);
        }
    }

    /// <summary>Adds a field whose value comes with its group: the winner's, or none, whatever the others say.</summary>
    private void AddOfGroup(string name, string? shown, int winner, string rule, bool isDerived)
    {
        var clusters = new List<Cluster>(4);
        ValueClusters.Gather(_set, name, _set.Policy.Of(FieldGroup(name)), clusters);
        var values = new List<GoldenValue>(1);
        if (shown is not null)
        {
            var at = clusters.FindIndex(c => ValueClusters.IsSame(c, shown, FieldKind.Text));
            var isOwn = !isDerived || Says(winner, name, shown, FieldKind.Text);
            values.Add(new GoldenValue(
                shown, FieldKind.Text, null, LineageOf(winner, isOwn ? rule : rule + "; split from name.full"), OthersThatSay(name, shown, FieldKind.Text, winner)));
            if (at >= 0)
            {
                clusters.RemoveAt(at);
            }
        }

        if (values.Count + clusters.Count > 0)
        {
            _fields.Add(new GoldenField(name, IsRepeated: false, values, Lost(name, clusters, 0, "another record's group survived")));
        }
    }

    private void AddField(string name)
    {
        var policy = _set.Policy.Of(name);
        var isRepeated = FieldList.IsRepeated(name);
        ValueClusters.Gather(_set, name, policy, _clusters);
        var count = isRepeated ? ValueWriter.ShownCount(_clusters, policy) : 1;
        var values = new List<GoldenValue>(count);
        for (var i = 0; i < count; i++)
        {
            values.Add(ValueOf(name, _clusters[i], Ranking.Describe(policy.Rule)));
        }

        _fields.Add(new GoldenField(name, isRepeated, values, Lost(name, _clusters, count, "lost: " + Ranking.Describe(policy.Rule))));
    }

    private void AddAddresses()
    {
        AddressGroup.Gather(_set, _clusters);
        var policy = _set.Policy.Of(SurvivorshipPolicy.AddressGroup);
        var count = ValueWriter.ShownCount(_clusters, policy);
        var rule = Rule(SurvivorshipPolicy.AddressGroup, "each address whole, of one record");
        var all = _clusters.ConvertAll(c => AddressOf(c, rule));
        _fields.Add(new GoldenField(AddressGroup.FieldName, IsRepeated: true, all[..count], all[count..]));
    }

    private GoldenValue AddressOf(in Cluster cluster, string rule)
    {
        var parts = new List<KeyValuePair<string, string>>(AddressGroup.Parts.Length);
        foreach (var part in AddressGroup.Parts)
        {
            if (AddressGroup.Part(_set, cluster.Lead, cluster.Group, part) is { } text)
            {
                parts.Add(new(part[AddressGroup.FieldPrefix.Length..], text));
            }
        }

        var others = new List<string>();
        for (var record = 0; record < _set.Count && cluster.Records > 1; record++)
        {
            if (record != cluster.Lead && HasAddress(record, cluster.Value))
            {
                others.Add(ReferenceOf(record));
            }
        }

        return new GoldenValue(string.Join(", ", parts.Select(p => p.Value)), FieldKind.Text, parts, LineageOf(cluster.Lead, rule), others);
    }

    private bool HasAddress(int record, string fold) => _set.Fields(record)
        .Where(f => f.Name.StartsWith(AddressGroup.FieldPrefix, StringComparison.Ordinal))
        .Select(f => f.Group).Distinct()
        .Any(g => AddressGroup.Fold(_set, record, g) == fold);

    private List<GoldenValue> Lost(string name, List<Cluster> clusters, int from, string rule)
    {
        var lost = new List<GoldenValue>(clusters.Count - from);
        for (var i = from; i < clusters.Count; i++)
        {
            lost.Add(ValueOf(name, clusters[i], rule));
        }

        return lost;
    }

    private GoldenValue ValueOf(string name, in Cluster cluster, string rule) => new(
        cluster.Shown, cluster.Kind, null, LineageOf(cluster.Lead, rule), OthersThatSay(name, cluster.Value, cluster.Kind, cluster.Lead));

    private List<string> OthersThatSay(string name, string value, FieldKind kind, int lead)
    {
        var others = new List<string>();
        for (var record = 0; record < _set.Count; record++)
        {
            if (record != lead && Says(record, name, value, kind))
            {
                others.Add(ReferenceOf(record));
            }
        }

        return others;
    }

    private bool Says(int record, string name, string value, FieldKind kind)
    {
        foreach (var field in _set.Fields(record))
        {
            var isList = field.Name.StartsWith(PersonFields.ListPrefix, StringComparison.Ordinal);
            if (field.Name == name && (isList
                ? (field.Value == "false") == (value == "false")
                : field.Kind == kind && field.Value.Equals(value, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private string Rule(string group, string what) => $"{Ranking.Describe(_set.Policy.Of(group).Rule)}; {what}";

    private string ReferenceOf(int record)
    {
        var input = _set[record];
        return new RecordRef(input.SourceName, input.Record.Stream, input.Record.Key).ToString();
    }

    private Lineage LineageOf(int record, string rule)
    {
        var input = _set[record];
        return new Lineage(input.SourceName, input.Record.Stream, input.Record.Key, input.Record.RunId, input.Record.EffectiveAt, rule);
    }

    private static string FieldGroup(string name) =>
        name is PersonFields.Organization or PersonFields.JobTitle ? SurvivorshipPolicy.WorkGroup : SurvivorshipPolicy.NameGroup;
}
