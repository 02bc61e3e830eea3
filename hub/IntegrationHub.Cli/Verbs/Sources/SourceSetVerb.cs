using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary><c>hub source set</c>.</summary>
internal sealed class SourceSetVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<double?> _trust = new("--trust") { Description = "How much its values are trusted, 0 to 1.", HelpName = "NUMBER" };
    private readonly SettingsOptions _settings = new();

    public SourceSetVerb(IReadOnlyList<string> sourceNames)
        : base(
            "set",
            "Change settings of a source, such as a new secret. What is not given stays.",
            "hub source set shop --set-file accessToken=/run/secrets/square",
            "hub source set crm --set region=GB --trust 0.8")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
        Add(_trust);
        _settings.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var changes = await _settings.ReadAsync(call);
        var source = await call.Hub.Sources.UpdateAsync(call.Value(_name), changes, call.Value(_trust), call.CancellationToken);
        call.Print(SourceView.Of(source), page => page.Line($"Changed source {source.Name}. Next: hub source check {source.Name}"));
        return ExitCode.Done;
    }
}
