using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match model auto</c>.</summary>
internal sealed class ModelAutoVerb : Verb
{
    public ModelAutoVerb()
        : base("auto", "Let training by itself change the model again, after 'model use' had pinned one.", "hub match model auto")
    {
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        await call.Hub.Models.UnpinAsync(call.CancellationToken);
        call.Print(new { pinned = false }, page => page.Line("Training by itself may change the model again."));
        return ExitCode.Done;
    }
}
