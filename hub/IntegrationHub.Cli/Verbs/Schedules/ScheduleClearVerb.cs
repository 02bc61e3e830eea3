using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Schedules;

/// <summary><c>hub schedule clear NAME</c>.</summary>
internal sealed class ScheduleClearVerb : Verb
{
    private readonly Argument<string> _name;

    public ScheduleClearVerb(IReadOnlyList<string> sourceNames)
        : base("clear", "Take the schedule of a source away.", "hub schedule clear crm")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var name = call.Value(_name);
        if (!await call.Hub.Schedules.ClearAsync(name, call.CancellationToken))
        {
            throw new AdminException(AdminFailure.NotFound, $"Source '{name}' has no schedule.", next: "hub schedule list");
        }

        call.Print(new { source = name, cleared = true }, page => page.Line($"Source {name} has no schedule any more."));
        return ExitCode.Done;
    }
}
