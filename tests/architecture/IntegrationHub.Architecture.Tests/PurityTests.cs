using System.Reflection;

namespace IntegrationHub.Architecture.Tests;

/// <summary>Identity and Golden know no storage, no network, no clock and no chance: the same input gives the same bytes.</summary>
public sealed class PurityTests
{
    private static readonly string Root = typeof(PurityTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;

    private static readonly string[] Forbidden =
    [
        "System.IO.File", "File.Open", "File.Read", "HttpClient", "TimeProvider", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.UtcNow", "new Random", "Random.Shared",
        "Guid.NewGuid", "Guid.CreateVersion7", "Environment.TickCount", "Stopwatch", "Microsoft.AspNetCore", "Microsoft.Data",
    ];

    [Theory]
    [InlineData("IntegrationHub.Identity")]
    [InlineData("IntegrationHub.Golden")]
    public void Pure_project_touches_nothing_outside_itself(string project)
    {
        var found =
            from file in Directory.EnumerateFiles(Path.Combine(Root, "hub", project), "*.cs", SearchOption.AllDirectories)
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from word in Forbidden
            where line.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {word}";

        Assert.Empty(found);
    }
}
