using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary><c>hub source add</c>.</summary>
internal sealed class SourceAddVerb : Verb
{
    private readonly Argument<string> _name = new("NAME") { Description = "A name of your choice: lower-case letters, digits, hyphens, underscores." };
    private readonly Option<string> _connector = new("--connector") { Description = "The connector's id.", HelpName = "ID", Required = true };
    private readonly Option<double> _trust = new("--trust")
    {
        Description = "How much its values are trusted, 0 to 1.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 0.5,
    };

    private readonly SettingsOptions _settings = new();

    public SourceAddVerb()
        : base(
            "add",
            "Add a source: a connector with its settings. Relative paths in settings start from where you stand now.",
            "hub source add crm --connector list-file --set path=people.csv --set mapping=crm.json",
            "hub source add shop --connector pos-square --settings square.json --set-file accessToken=/run/secrets/square")
    {
        Add(_name);
        Add(_connector);
        Add(_trust);
        _settings.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var request = new SourceRequest(call.Value(_name), call.Value(_connector)!, await _settings.ReadAsync(call))
        {
            Trust = call.Value(_trust),
            BaseDirectory = call.Surroundings.WorkingDirectory,
        };
        var source = await call.Hub.Sources.AddAsync(request, call.CancellationToken);
        call.Print(SourceView.Of(source), page =>
            page.Line($"Added source {source.Name}. Next: hub source check {source.Name}"));
        return ExitCode.Done;
    }
}
