using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog.Tests;

public sealed class FiguresTests
{
    [Fact]
    public async Task Figures_equal_those_of_GoAccess()
    {
        using var folder = new LogFolder();
        File.Copy(LogFolder.Sample, folder.Log + ".gz");
        folder.Append(["no line of an access log"]);
        var plain = Path.Combine(folder.Path, "whole");
        await File.WriteAllLinesAsync(plain, [.. LogFolder.SampleLines(), "no line of an access log"], TestContext.Current.CancellationToken);
        var report = Path.Combine(folder.Path, "report.json");
        var (exitCode, said) = await RunningProgram.RunAsync(
            Counterparts.Program("goaccess"), [plain, "--log-format=COMBINED", "--no-global-config", "-o", report]);
        Assert.True(exitCode == 0, said);
        var general = (JObject)JObject.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken))["general"]!;

        var figures = LogFigures.Of(LogFinder.Find(folder.Log + "*", folder.Path), TestContext.Current.CancellationToken);

        Assert.Equal((10_000, 1), (figures.Valid, figures.Failed));
        Assert.Equal((long)general["valid_requests"]!, figures.Valid);
        Assert.Equal((long)general["failed_requests"]!, figures.Failed);
        Assert.Equal((int)general["unique_visitors"]!, figures.Visitors);
        Assert.Equal((int)general["unique_not_found"]!, figures.Missing);
        Assert.Equal((long)general["bandwidth"]!, figures.Bytes);
    }

    [Fact]
    public async Task Bots_are_set_apart()
    {
        using var folder = new LogFolder();
        File.Copy(LogFolder.Sample, folder.Log + ".gz");

        var read = await folder.ReadAsync(LogFolder.Request("visits"));
        var without = await folder.ReadAsync(LogFolder.Request("visits"), new JObject { ["path"] = folder.Settings["path"] });

        var kinds = read.Interactions.CountBy(i => i.Type).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(kinds["visit"], without.Interactions.Count());
        Assert.All(without.Interactions, visit => Assert.False(Bots.Is((string?)visit.Details["agent"])));
        Assert.True(kinds["bot-visit"] > 500);
    }
}
