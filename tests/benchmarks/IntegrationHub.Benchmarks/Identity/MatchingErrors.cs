using System.Globalization;
using IntegrationHub.Identity;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>Prints wrong pairs with their waterfalls, to learn from.</summary>
internal static class MatchingErrors
{
    public static void Print(List<MatchingRecord> records, IReadOnlyList<long[]> clusters, IdentityEngine engine, int count)
    {
        var clusterOf = clusters.SelectMany((c, n) => c.Select(id => (id, n))).ToDictionary(x => x.id, x => x.n);
        var wrong = clusters.SelectMany(c => Pairs(c)).Where(p => records[(int)p.A].Entity != records[(int)p.B].Entity).ToList();
        var missed = records.Select((r, i) => (r.Entity, Id: (long)i)).GroupBy(r => r.Entity, StringComparer.Ordinal)
            .SelectMany(g => Pairs([.. g.Select(x => x.Id)])).Where(p => clusterOf[p.A] != clusterOf[p.B]).ToList();
        Show("JOINED WRONGLY", wrong, engine, count);
        Show("MISSED", missed, engine, count);
    }

    private static IEnumerable<(long A, long B)> Pairs(long[] members)
    {
        for (var a = 0; a < members.Length; a++)
        {
            for (var b = a + 1; b < members.Length; b++)
            {
                yield return (members[a], members[b]);
            }
        }
    }

    private static void Show(string title, List<(long A, long B)> pairs, IdentityEngine engine, int count)
    {
        Console.WriteLine($"== {title}: {pairs.Count}");
        var step = Math.Max(1, pairs.Count / Math.Max(1, count));
        for (var i = 0; i < pairs.Count && i / step < count; i += step)
        {
            var why = engine.Explain(pairs[i].A, pairs[i].B);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {pairs[i]} {why.Bits:0.0} keys[{string.Join(' ', why.SharedKeys)}] walls[{string.Join(';', why.Walls)}]"));
            Console.WriteLine("     " + string.Join(" | ", why.Comparisons.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Field}/{c.Level} {c.ValueA}~{c.ValueB} {c.Bits:+0.0;-0.0}"))));
        }
    }
}
