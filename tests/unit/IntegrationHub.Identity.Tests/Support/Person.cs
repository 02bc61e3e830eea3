using IntegrationHub.Core.Records;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Writes down a record in a line.</summary>
internal static class Person
{
    /// <summary>Makes fields from "name: value" pairs separated by bars.</summary>
    public static List<Field> Of(string line) =>
        [.. line.Split('|', StringSplitOptions.TrimEntries).Select(part => part.Split(':', 2) is [var name, var value]
            && name == "id" ? new Field("identifier:" + value.Split('=')[0], value.Split('=')[1]) : new Field(part.Split(':', 2)[0], part.Split(':', 2)[1].Trim()))];

    /// <summary>Resolves records, one per line, numbered from 1, all from source 1.</summary>
    public static IdentityEngine Engine(params string[] lines)
    {
        var engine = new IdentityEngine(MatchModel.Shipped);
        for (var i = 0; i < lines.Length; i++)
        {
            engine.Upsert(i + 1, 1, Of(lines[i]));
        }

        return engine;
    }

    /// <summary>Resolves and writes the clusters like <c>1 2 | 3</c>.</summary>
    public static string Clusters(IdentityEngine engine) => string.Join(
        " | ",
        engine.Resolve(null, CancellationToken.None).Clusters.Select(c => string.Join(' ', c)).Order(StringComparer.Ordinal));
}
