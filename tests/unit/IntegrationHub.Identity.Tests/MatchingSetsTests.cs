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
    public void The_senzing_demo_is_resolved_by_what_it_teaches()
    {
        var records = MatchingSet.Read(Path.Combine(Data, "senzing_demo"));
        var figures = MatchingRun.Run(records, MatchingRun.Trained(records)).Figures;

        Assert.True(figures.Pairwise.F1 >= .97, $"F1 was {figures.Pairwise.F1}");
    }
}
