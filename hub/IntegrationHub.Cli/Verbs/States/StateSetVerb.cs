using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.States;

/// <summary><c>hub state set NAME</c>.</summary>
internal sealed class StateSetVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string?> _stream = StreamOption.New("The stream.", isRequired: true);
    private readonly Option<string> _state = new("--state") { Description = "The connector's state as JSON, as 'hub state show' prints it.", HelpName = "JSON", Required = true };
    private readonly Option<DateTimeOffset?> _cursor = new("--cursor") { Description = "The newest source time that counts as read.", HelpName = "TIME" };

    public StateSetVerb(IReadOnlyList<string> sourceNames)
        : base(
            "set",
            "Set the place that the next incremental read of a stream goes on from.",
            "hub state set shop --stream orders --state '{}' --cursor 2026-01-31T00:00:00Z")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
        Add(_stream);
        Add(_state);
        Add(_cursor);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var source = await call.SourceAsync(_name);
        var stream = call.Value(_stream)!;
        await call.Hub.States.SetAsync(source, stream, call.Value(_state)!, call.Value(_cursor), call.CancellationToken);
        var checkpoints = await call.Hub.States.ShowAsync(source, stream, call.CancellationToken);
        call.Print(checkpoints.Select(StateView.Of), page => page.Line($"Set. Next: hub sync run {source.Name}"));
        return ExitCode.Done;
    }
}
