using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Exports;

/// <summary><c>hub export links</c>.</summary>
internal sealed class ExportLinksVerb : Verb
{
    private readonly ExportOptions _options = new();

    public ExportLinksVerb()
        : base(
            "links",
            "Write which record belongs to which customer: source,stream,key,customer_id.",
            "hub export links --out links.csv",
            "hub export links --out links.jsonl --format jsonl")
    {
        _options.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var path = _options.Path(call);
        var rows = await call.Hub.Exporter.ExportLinksAsync(path, _options.Format(call), call.CancellationToken);
        call.Print(new { path, rows }, page => page.Line($"Wrote {rows} links to {path}."));
        return ExitCode.Done;
    }
}
