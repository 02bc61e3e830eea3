using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Cli.Verbs.Customers;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match explain RECORD RECORD</c>, <c>... --what-if FILE</c> and <c>hub match explain --how ID</c>.</summary>
internal sealed class MatchExplainVerb : Verb
{
    private readonly Argument<string> _first = RecordArgument.New("RECORD1");
    private readonly Argument<string> _second = RecordArgument.New("RECORD2");

    private readonly Option<string> _how = new("--how")
    {
        Description = "Instead of a pair: the merges, in order, that made a customer. Loads all records.",
        HelpName = "ID",
    };

    private readonly Option<string> _whatIf = new("--what-if")
    {
        Description = "What a change would do to the pair; nothing is written. The file is a model, or an edit: {\"record\":\"A\",\"fields\":[{\"name\":\"email\",\"value\":\"...\"}]}, where a value of null takes the field away.",
        HelpName = "FILE.json",
    };

    public MatchExplainVerb()
        : base(
            "explain",
            "Explain why two records are, or are not, the same customer: every comparison with its weight, and what keeps them apart. Or how a customer came about, or what a change would do.",
            "hub match explain crm/people/17 shop/customers/C9",
            "hub match explain crm/people/17 shop/customers/C9 --json",
            "hub match explain crm/people/17 shop/customers/C9 --what-if edit.json",
            "hub match explain --how 01890a5d-ac96-774b-bcce-b302099a8057")
    {
        (_first.Arity, _second.Arity) = (ArgumentArity.ZeroOrOne, ArgumentArity.ZeroOrOne);
        Add(_first);
        Add(_second);
        Add(_how);
        Add(_whatIf);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var (first, second) = (call.ValueOrNull(_first), call.ValueOrNull(_second));
        if (call.Value(_how) is { } id)
        {
            RequireNone(first, call.Value(_whatIf));
            await ShowHowAsync(call, id);
            return ExitCode.Done;
        }

        if (first is null || second is null)
        {
            throw new AdminException(
                AdminFailure.WrongUse, "A pair takes two records.", "RECORD1 RECORD2, or --how ID", "the records of a customer are listed by: hub customer show ID");
        }

        var a = await call.Hub.Matching.FindRecordAsync(first, call.CancellationToken);
        var b = await call.Hub.Matching.FindRecordAsync(second, call.CancellationToken);
        if (call.Value(_whatIf) is { } file)
        {
            var view = new WhatIfView(await call.Hub.Explaining.WhatIfAsync(a, b, call.PathOf(file), call.CancellationToken));
            call.Print(view.Document(), view.Write);
            return ExitCode.Done;
        }

        await ShowPairAsync(call, a, b);
        return ExitCode.Done;
    }

    private static async Task ShowPairAsync(Call call, MemberRecord a, MemberRecord b)
    {
        var pair = await call.Hub.Matching.ExplainAsync(a, b, call.CancellationToken);
        NamedApartReason? reason;
        using (var progress = new ProgressLine(call.Surroundings))
        {
            reason = await call.Hub.Explaining.WhyApartAsync(pair, progress, call.CancellationToken);
        }

        var view = new PairView(pair, reason);
        call.Print(view.Document(), view.Write);
    }

    private static async Task ShowHowAsync(Call call, string id)
    {
        var customer = await call.Hub.Customers.GetAsync(CustomerIdArgument.Parse(id), call.CancellationToken);
        CustomerHistory history;
        using (var progress = new ProgressLine(call.Surroundings))
        {
            history = await call.Hub.Explaining.HowAsync(customer, progress, call.CancellationToken);
        }

        var view = new HistoryView(history);
        call.Print(view.Document(), view.Write);
    }

    private static void RequireNone(string? record, string? whatIf)
    {
        if (record is not null || whatIf is not null)
        {
            throw new AdminException(
                AdminFailure.WrongUse, "--how explains a whole customer.", "--how ID alone, or RECORD1 RECORD2, with or without --what-if FILE");
        }
    }
}
