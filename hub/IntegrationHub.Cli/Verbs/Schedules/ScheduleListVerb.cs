using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Schedules;

/// <summary><c>hub schedule list</c>.</summary>
internal sealed class ScheduleListVerb : Verb
{
    public ScheduleListVerb()
        : base(
            "list",
            "List the schedules with their next five times; times that daylight saving moves or repeats are marked.",
            "hub schedule list",
            "hub schedule list --json")
    {
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var schedules = await call.Hub.Schedules.ListAsync(call.CancellationToken);
        call.Print(schedules, page =>
        {
            if (schedules.Count == 0)
            {
                page.Line("No schedules yet. Next: hub schedule set NAME --cron CRON");
            }

            ScheduleTable.Write(page, schedules);
        });
        return ExitCode.Done;
    }
}
