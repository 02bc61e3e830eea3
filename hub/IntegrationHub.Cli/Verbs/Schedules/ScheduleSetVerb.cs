using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Schedules;

/// <summary><c>hub schedule set NAME</c>.</summary>
internal sealed class ScheduleSetVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string> _cron = new("--cron")
    {
        Description = "When: seconds, minutes, hours, day of month, month, day of week.",
        HelpName = "CRON",
        Required = true,
    };

    private readonly Option<string?> _zone = new("--zone") { Description = "The time zone, for example Europe/Dublin. Without it: UTC.", HelpName = "ZONE" };

    public ScheduleSetVerb(IReadOnlyList<string> sourceNames)
        : base(
            "set",
            "Say when a source is read while 'hub serve' runs. Replaces the schedule it had.",
            "hub schedule set crm --cron \"0 0/15 * * * ?\"",
            "hub schedule set shop --cron \"0 30 2 * * ?\" --zone America/Chicago")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
        Add(_cron);
        Add(_zone);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var source = await call.SourceAsync(_name);
        var schedule = await call.Hub.Schedules.SetAsync(source.Name, call.Value(_cron)!, call.Value(_zone), call.CancellationToken);
        call.Print(schedule, page =>
        {
            ScheduleTable.Write(page, [schedule]);
            page.Line("Schedules run while 'hub serve' does.");
        });
        return ExitCode.Done;
    }
}
