using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>Chooses the record whose name survives whole.</summary>
internal static class NameGroup
{
    internal static readonly string[] FieldNames =
    [
        PersonFields.NameFull, PersonFields.NamePrefix, PersonFields.NameGiven, PersonFields.NameMiddle, PersonFields.NameFamily, PersonFields.NameSuffix,
    ];

    private const double InitialOnly = 0.4;
    private const double Missing = 0.5;
    private const double WholeOnly = 0.8;
    private const double ShortForm = 0.6;
    private const double WithMiddle = 1.05;
    private const double Nonsense = 0.05;

    /// <summary>Ranks the records that give a name.</summary>
    /// <param name="set">The records.</param>
    /// <param name="clusters">Takes one entry per record with a name, best first; cleared before.</param>
    /// <returns>The name of the best record; empty when none gives one.</returns>
    internal static PersonName Choose(in RecordSet set, List<Cluster> clusters)
    {
        clusters.Clear();
        if (set.Count == 1)
        {
            var only = PersonName.Of(set.Fields(0));
            if (!only.IsEmpty)
            {
                clusters.Add(ValueClusters.Start(set, 0, string.Empty, string.Empty, FieldKind.Text, 1, 1, set[0].Trust));
            }

            return only;
        }

        var names = new PersonName[set.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = PersonName.Of(set.Fields(i));
        }

        var policy = set.Policy.Of(SurvivorshipPolicy.NameGroup);
        for (var i = 0; i < names.Length; i++)
        {
            if (!names[i].IsEmpty)
            {
                clusters.Add(Score(set, names, i, policy));
            }
        }

        Ranking.Sort(clusters, policy.Rule);
        return clusters.Count == 0 ? default : names[clusters[0].Lead];
    }

    private static Cluster Score(in RecordSet set, PersonName[] names, int index, FieldPolicy policy)
    {
        var score = Scores.TrustAndAge(set, index, SurvivorshipPolicy.NameGroup, policy, out var trust) * Completeness(names[index]);
        var text = Text(names[index]);
        var cluster = ValueClusters.Start(set, index, text, text, FieldKind.Text, score, score, trust);
        var isShort = false;
        for (var i = 0; i < names.Length; i++)
        {
            if (i == index || names[i].IsEmpty)
            {
                continue;
            }

            if (IsSame(names[i], names[index]))
            {
                cluster.Sources |= set.SourceBit(i);
                cluster.Records++;
            }
            else
            {
                isShort = isShort || (names[index].Given is { } given && names[i].Given is { } other
                    && (names[index].Family is null || Same(names[index].Family, names[i].Family)) && Nicknames.IsShortFor(given, other));
            }
        }

        cluster.Score *= Scores.Agreement(cluster.Sources) * (isShort ? ShortForm : 1);
        return cluster;
    }

    /// <summary>How whole a name is: initials, missing parts and nonsense lose against a complete name.</summary>
    private static double Completeness(in PersonName name)
    {
        var isNonsense = IsNonsense(name.Given) || IsNonsense(name.Family) || IsNonsense(name.Full);
        double whole;
        if (name.Given is null && name.Family is null)
        {
            whole = name.Full?.Contains(' ', StringComparison.Ordinal) == true ? WholeOnly : InitialOnly;
        }
        else
        {
            whole = Part(name.Given) * Part(name.Family) * (name.Middle is null ? 1 : WithMiddle);
        }

        return isNonsense ? whole * Nonsense : whole;
    }

    private static double Part(string? part) => part is null ? Missing : part.TrimEnd('.').Length <= 1 ? InitialOnly : 1;

    private static bool IsNonsense(string? part) =>
        part is not null && (Placeholders.Contains(part) || part.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || part.Contains('@', StringComparison.Ordinal));

    private static bool IsSame(in PersonName left, in PersonName right) =>
        left.Given is null && left.Family is null ? Same(left.Full, right.Full) : Same(left.Given, right.Given) && Same(left.Family, right.Family);

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Text(in PersonName name) =>
        name.Given is null && name.Family is null ? name.Full ?? string.Empty : $"{name.Given} {name.Middle} {name.Family}";
}
