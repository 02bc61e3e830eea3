using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary><c>hub source remove NAME</c>.</summary>
internal sealed class SourceRemoveVerb : Verb
{
    private readonly Argument<string> _name;

    public SourceRemoveVerb(IReadOnlyList<string> sourceNames)
        : base(
            "remove",
            "Remove a source with its records, interactions, consents, secrets and schedule. Its customers are resolved again without it.",
            "hub source remove crm")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var name = call.Value(_name);
        await call.Hub.Sources.RemoveAsync(name, call.CancellationToken);
        await call.Hub.Schedules.ClearAsync(name, call.CancellationToken);
        using var progress = new ProgressLine(call.Surroundings);
        var outcome = await call.Hub.Resolver.ResolveAndLearnAsync(progress, call.CancellationToken);
        progress.Dispose();
        call.Print(
            new { removed = name, customersChanged = outcome.Changes },
            page => page.Line($"Removed source {name}; {outcome.Changes} changes to customers."));
        return ExitCode.Done;
    }
}
