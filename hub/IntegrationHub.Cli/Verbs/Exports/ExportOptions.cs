using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Exports;

/// <summary>Where an export goes and how it is written.</summary>
internal sealed class ExportOptions
{
    private readonly Option<string> _out = new("--out") { Description = "The file; replaced as a whole when it is there.", HelpName = "FILE", Required = true };
    private readonly Option<ExportFormat> _format = new("--format") { Description = "csv or jsonl.", HelpName = "csv|jsonl" };

    public void AddTo(Command command)
    {
        command.Add(_out);
        command.Add(_format);
    }

    public string Path(Call call) => call.PathOf(call.Value(_out)!);

    public ExportFormat Format(Call call) => call.Value(_format);
}
