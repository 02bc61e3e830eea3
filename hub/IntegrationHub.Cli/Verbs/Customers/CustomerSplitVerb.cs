using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary><c>hub customer split ID RECORD...</c>.</summary>
internal sealed class CustomerSplitVerb : Verb
{
    private readonly Argument<string> _id = CustomerIdArgument.New();
    private readonly Argument<string[]> _records = new("RECORD")
    {
        Description = "The records to take out, as source/stream/key.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly DecisionOptions _decision = new();

    public CustomerSplitVerb()
        : base(
            "split",
            "Say that records of a customer are another person's. The decision always wins; the id stays with the first record seen.",
            "hub customer split 01890a5d-ac96-774b-bcce-b302099a8057 crm/people/17 --why \"father and son\"")
    {
        Add(_id);
        Add(_records);
        _decision.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var details = await call.Hub.Customers.ShowAsync(CustomerIdArgument.Parse(call.Value(_id)), call.CancellationToken);
        var leaving = new List<MemberRecord>();
        foreach (var text in call.Values(_records).Distinct(StringComparer.Ordinal))
        {
            leaving.Add(await call.Hub.Matching.FindRecordAsync(text, call.CancellationToken));
        }

        var (decisions, recordA, recordB) = await call.Hub.Decisions.SplitAsync(details, leaving, _decision.By(call), _decision.Why(call), call.CancellationToken);
        using (var progress = new ProgressLine(call.Surroundings))
        {
            await call.Hub.Resolver.ResolveAsync(progress, CancellationToken.None);
        }

        var links = new List<(string Record, Guid Customer)>();
        foreach (var record in details.Records)
        {
            if (await call.Hub.Store.Customers.FindByRecordAsync(record.Record.Id, call.CancellationToken) is { } customer)
            {
                links.Add((record.Reference.ToString(), customer.Uid));
            }
        }

        call.Print(
            new
            {
                decisions,
                records = links.Select(l => new { record = l.Record, customer = l.Customer }),
                undo = new[] { recordA.ToString(), recordB.ToString() },
            },
            page =>
            {
                page.Table(["RECORD", "CUSTOMER"], [.. links.Select(l => (IReadOnlyList<string>)[l.Record, l.Customer.ToString("D")])]);
                page.Line($"Undo with: hub match withdraw {recordA} {recordB}");
            });
        return ExitCode.Done;
    }
}
