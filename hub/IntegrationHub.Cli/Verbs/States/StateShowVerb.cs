using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.States;

/// <summary><c>hub state show NAME</c>.</summary>
internal sealed class StateShowVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string?> _stream = StreamOption.New("Only this stream.");

    public StateShowVerb(IReadOnlyList<string> sourceNames)
        : base("show", "Show how far a source has been read.", "hub state show crm", "hub state show shop --stream orders --json")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
        Add(_stream);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var source = await call.SourceAsync(_name);
        var checkpoints = await call.Hub.States.ShowAsync(source, call.Value(_stream), call.CancellationToken);
        call.Print(checkpoints.Select(StateView.Of), page =>
        {
            if (checkpoints.Count == 0)
            {
                page.Line("No checkpoint: the next run starts at the beginning.");
                return;
            }

            page.Table(
                ["STREAM", "MODE", "CURSOR", "STATE"],
                [.. checkpoints.Select(c => (IReadOnlyList<string>)
                    [c.Stream, c.Mode.ToString().ToLowerInvariant(), c.Cursor?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty, c.State])]);
        });
        return ExitCode.Done;
    }
}
