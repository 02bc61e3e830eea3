using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary><c>hub source show NAME</c>.</summary>
internal sealed class SourceShowVerb : Verb
{
    private readonly Argument<string> _name;

    public SourceShowVerb(IReadOnlyList<string> sourceNames)
        : base("show", "Show a source and its settings. Secrets are never shown.", "hub source show crm", "hub source show crm --json")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var source = await call.SourceAsync(_name);
        call.Print(SourceView.Of(source), page => SourceView.Write(source, page));
        return ExitCode.Done;
    }
}
