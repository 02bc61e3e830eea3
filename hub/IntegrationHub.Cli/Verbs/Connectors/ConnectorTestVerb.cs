using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Cli.Testing;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk.Testing.Conformance;
using IntegrationHub.Sync.Admin;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector test PATH</c>.</summary>
internal sealed class ConnectorTestVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Description = "A connector's folder (connector.json and its assembly) or its .nupkg." };

    public ConnectorTestVerb()
        : base(
            "test",
            "Try the rules that every connector keeps, offline, on yours; conformance.json beside its connector.json gives it settings and a recording.",
            "hub connector test ./my-connector/bin/Release/net10.0",
            "hub connector test Contoso.Shop.1.2.0.nupkg --json")
    {
        Add(_path);
    }

    public override FolderUse FolderUse => FolderUse.None;

    public override async Task<int> RunAsync(Call call)
    {
        using var plugin = PluginUnderTest.Open(call.PathOf(call.Value(_path)));
        var file = await ConformanceFile.ReadAsync(plugin.Folder, call.CancellationToken);
        var catalog = new ConnectorCatalog([plugin.Folder], NullLogger.Instance, new ConnectorCatalogOptions { Clock = call.Clock });
        var entries = catalog.Scan();
        if (entries.Count == 0)
        {
            throw new AdminException(
                AdminFailure.WrongUse, $"'{plugin.Folder}' offers no connector.", "at least one id under \"connectors\" in connector.json", "see sdk/docs/authoring.md");
        }

        var tester = new ConnectorTester(catalog, plugin.Folder, file);
        var reports = new List<ConnectorReport>();
        foreach (var entry in entries)
        {
            reports.Add(await tester.RunAsync(entry, call.CancellationToken));
        }

        call.Print(reports.Select(ViewOf), page => reports.ForEach(r => Write(page, r)));
        return reports.Sum(r => r.CountOf(ConformanceResult.Failed)) == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(Page page, ConnectorReport report)
    {
        page.Line(report.Id);
        var width = report.Outcomes.Max(o => o.Check.Id.Length);
        foreach (var (check, result, message) in report.Outcomes)
        {
            var sign = result switch
            {
                ConformanceResult.Passed => '✓',
                ConformanceResult.Failed => '✗',
                _ => '–',
            };
            page.Line($"  {sign} {check.Id.PadRight(width)}  {(result == ConformanceResult.Failed ? $"{check.Rule} {message}" : message)}");
        }

        page.Line(
            $"  {report.CountOf(ConformanceResult.Passed)} passed, {report.CountOf(ConformanceResult.Failed)} failed, "
            + $"{report.CountOf(ConformanceResult.NotApplicable)} not applicable");
        if (report.Hint is { } hint)
        {
            page.Line($"  {hint}");
        }

        page.Line();
    }

    private static object ViewOf(ConnectorReport report) => new
    {
        id = report.Id,
        passed = report.CountOf(ConformanceResult.Passed),
        failed = report.CountOf(ConformanceResult.Failed),
        notApplicable = report.CountOf(ConformanceResult.NotApplicable),
        checks = report.Outcomes.Select(o => new { id = o.Check.Id, rule = o.Check.Rule, result = o.Result, message = o.Message }),
        hint = report.Hint,
    };
}
