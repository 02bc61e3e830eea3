using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Syncs;

/// <summary><c>hub sync list</c>.</summary>
internal sealed class SyncListVerb : Verb
{
    private readonly Option<string?> _source = new("--source") { Description = "Only runs of this source.", HelpName = "NAME" };
    private readonly Option<int> _limit = LimitOption.New("The most runs to list.", 20, 1000);

    public SyncListVerb()
        : base("list", "List runs, the newest first.", "hub sync list", "hub sync list --source crm --limit 5 --json")
    {
        Add(_source);
        Add(_limit);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var sources = await call.Hub.Sources.ListAsync(call.CancellationToken);
        var only = call.Value(_source) is { } name ? await call.Hub.Sources.GetAsync(name, call.CancellationToken) : null;
        var runs = await call.Hub.Store.Runs.ListAsync(only?.Id, call.Value(_limit), call.CancellationToken);
        var views = runs.Select(r => RunView.Of(r, sources.FirstOrDefault(s => s.Id == r.SourceId)?.Name ?? "(removed)")).ToList();
        call.Print(views, page => page.Table(
            ["RUN", "SOURCE", "STATUS", "STARTED", "READ", "BY"],
            [.. views.Select(v => (IReadOnlyList<string>)
            [
                v.Id.ToString(CultureInfo.InvariantCulture),
                v.Source,
                v.Status.ToString().ToLowerInvariant(),
                v.StartedAt.ToString("u", CultureInfo.InvariantCulture),
                v.Streams.Values.Sum(c => c.Read).ToString("N0", CultureInfo.InvariantCulture),
                v.Trigger,
            ])]));
        return ExitCode.Done;
    }
}
