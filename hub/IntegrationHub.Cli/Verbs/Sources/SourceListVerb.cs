using System.Globalization;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary><c>hub source list</c>.</summary>
internal sealed class SourceListVerb : Verb
{
    public SourceListVerb()
        : base("list", "List the sources.", "hub source list", "hub source list --json")
    {
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var sources = await call.Hub.Sources.ListAsync(call.CancellationToken);
        call.Print(sources.Select(SourceView.Of), page =>
        {
            if (sources.Count == 0)
            {
                page.Line("No sources yet. Next: hub source add NAME --connector ID");
                return;
            }

            page.Table(
                ["NAME", "CONNECTOR", "TRUST", "ADDED"],
                [.. sources.Select(s => (IReadOnlyList<string>)
                    [s.Name, s.ConnectorId, s.Trust.ToString(CultureInfo.InvariantCulture), s.CreatedAt.ToString("u", CultureInfo.InvariantCulture)])]);
        });
        return ExitCode.Done;
    }
}
