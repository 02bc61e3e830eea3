using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Exports;

/// <summary><c>hub export customers</c>.</summary>
internal sealed class ExportCustomersVerb : Verb
{
    private readonly ExportOptions _options = new();

    public ExportCustomersVerb()
        : base(
            "customers",
            "Write all customers with their golden values. In CSV a cell that a spreadsheet would take for a formula gets an apostrophe before it.",
            "hub export customers --out customers.csv",
            "hub export customers --out customers.jsonl --format jsonl")
    {
        _options.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var path = _options.Path(call);
        var rows = await call.Hub.Exporter.ExportCustomersAsync(path, _options.Format(call), call.CancellationToken);
        call.Print(new { path, rows }, page => page.Line($"Wrote {rows} customers to {path}."));
        return ExitCode.Done;
    }
}
