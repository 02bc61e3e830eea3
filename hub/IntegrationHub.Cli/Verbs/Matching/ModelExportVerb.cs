using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match model export FILE</c>.</summary>
internal sealed class ModelExportVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file to write; an old one is replaced." };
    private readonly Option<int?> _epoch = new("--epoch") { Description = "The epoch; without it the one in use.", HelpName = "N" };

    public ModelExportVerb()
        : base(
            "export",
            "Write a version of the match model to a file of readable JSON.",
            "hub match model export model.json",
            "hub match model export model.json --epoch 2")
    {
        Add(_file);
        Add(_epoch);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var details = await call.Hub.Models.ShowAsync(call.Value(_epoch), call.CancellationToken);
        var path = call.PathOf(call.Value(_file));
        await File.WriteAllTextAsync(path, details.Json + "\n", call.CancellationToken);
        call.Print(new { details.Epoch, path }, page => page.Line($"Wrote the model of epoch {details.Epoch} to {path}"));
        return ExitCode.Done;
    }
}
