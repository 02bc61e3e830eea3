using System.Reflection;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests;

/// <summary>Sets with known truth: what we once reached must not get worse.</summary>
public sealed class MatchingSetsTests
{
    private static readonly string Data = Path.Combine(
        typeof(MatchingSetsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!,
        "tests", "support", "data", "matching");

    [Fact]
    public void Febrl3_is_resolved_almost_without_error()
    {
        var figures = MatchingRun.Run(MatchingSet.Read(Path.Combine(Data, "febrl3"))).Figures;

        Assert.True(figures.Pairwise.F1 >= .99, $"F1 was {figures.Pairwise.F1}");
        Assert.True(figures.Pairwise.Precision >= .999, $"Precision was {figures.Pairwise.Precision}");
    }

    [Fact]
    public void People_of_the_senzing_demo_are_resolved()
    {
        var records = MatchingSet.Read(Path.Combine(Data, "senzing_demo"));
        var resolution = MatchingRun.Run(records).Resolution;

        var people = resolution.Clusters.SelectMany((cluster, number) => cluster.Select(id => (records[(int)id], number)))
            .Where(r => r.Item1.Fields.Any(f => f.Name.StartsWith("name.", StringComparison.Ordinal)) || !r.Item1.Fields.Any(f => f.Name == "organization"))
            .Select(r => (r.Item1.Entity, r.number));
        var figures = ClusterEvaluation.Evaluate(people);

        Assert.True(figures.Pairwise.F1 >= .90, $"F1 was {figures.Pairwise.F1}");
    }
}
