using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.States;

/// <summary><c>hub state reset NAME</c>.</summary>
internal sealed class StateResetVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string?> _stream = StreamOption.New("Only this stream.");

    public StateResetVerb(IReadOnlyList<string> sourceNames)
        : base(
            "reset",
            "Forget how far a source has been read; the next run starts at the beginning. No record is touched.",
            "hub state reset crm",
            "hub state reset shop --stream orders")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
        Add(_stream);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var source = await call.SourceAsync(_name);
        var dropped = await call.Hub.States.ResetAsync(source, call.Value(_stream), call.CancellationToken);
        call.Print(new { source = source.Name, dropped }, page => page.Line($"Dropped {dropped} checkpoints. Next: hub sync run {source.Name}"));
        return ExitCode.Done;
    }
}
