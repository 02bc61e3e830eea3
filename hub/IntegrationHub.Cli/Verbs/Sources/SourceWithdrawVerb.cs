using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary><c>hub source withdraw NAME --list LIST</c>.</summary>
internal sealed class SourceWithdrawVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string> _list = new("--list") { Description = "The list's name: what follows list: in its records.", Required = true };
    private readonly Option<bool> _undo = new("--undo") { Description = "Allow the list again; the next full run brings its records back." };

    public SourceWithdrawVerb(IReadOnlyList<string> sourceNames)
        : base(
            "withdraw",
            "Withdraw a whole list of a source: its records are deleted, customers resolved again without them, and no later run brings them back.",
            "hub source withdraw fairs --list spring-2024",
            "hub source withdraw fairs --list spring-2024 --undo")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
        Add(_list);
        Add(_undo);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var source = await call.Hub.Sources.GetAsync(call.Value(_name), call.CancellationToken);
        var list = call.Value(_list)!;
        if (call.Value(_undo))
        {
            await call.Hub.Lists.AllowAsync(source, list, call.CancellationToken);
            call.Print(
                new { source = source.Name, list, withdrawn = false },
                page => page.Line($"List {list} is allowed again; bring its records back with: hub sync run {source.Name} --full"));
            return ExitCode.Done;
        }

        var deleted = await call.Hub.Lists.WithdrawAsync(source, list, call.CancellationToken);
        using var progress = new ProgressLine(call.Surroundings);
        var outcome = await call.Hub.Resolver.ResolveAndLearnAsync(progress, call.CancellationToken);
        progress.Dispose();
        call.Print(
            new { source = source.Name, list, withdrawn = true, deleted, customersChanged = outcome.Changes },
            page => page.Line($"Withdrew list {list} of source {source.Name}: {deleted} records deleted, {outcome.Changes} changes to customers."));
        return ExitCode.Done;
    }
}
