using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary><c>hub customer merge ID ID</c>.</summary>
internal sealed class CustomerMergeVerb : Verb
{
    private readonly Argument<string> _first = CustomerIdArgument.New("ID1");
    private readonly Argument<string> _second = CustomerIdArgument.New("ID2");
    private readonly DecisionOptions _decision = new();

    public CustomerMergeVerb()
        : base(
            "merge",
            "Say that two customers are the same person. The decision always wins; the younger id redirects to the older.",
            "hub customer merge 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac97-7d11-8f4f-1d3a6f2c9e10 --why \"told us on the phone\"")
    {
        Add(_first);
        Add(_second);
        _decision.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var first = await call.Hub.Customers.GetAsync(CustomerIdArgument.Parse(call.Value(_first)), call.CancellationToken);
        var second = await call.Hub.Customers.GetAsync(CustomerIdArgument.Parse(call.Value(_second)), call.CancellationToken);
        var undo = await call.Hub.Decisions.MergeAsync(first, second, _decision.By(call), _decision.Why(call), call.CancellationToken);
        using (var progress = new ProgressLine(call.Surroundings))
        {
            await call.Hub.Resolver.ResolveAsync(progress, CancellationToken.None);
        }

        var now = await call.Hub.Customers.GetAsync(first.Uid, call.CancellationToken);
        var isMerged = now.Uid == (await call.Hub.Customers.GetAsync(second.Uid, call.CancellationToken)).Uid;
        call.Print(
            new { merged = isMerged, customer = CustomerView.Of(now), undo = new[] { undo.RecordA.ToString(), undo.RecordB.ToString() } },
            page => page.Line(isMerged
                ? $"Merged into customer {now.Uid}, {now.RecordCount} records. Undo with: hub match withdraw {undo.RecordA} {undo.RecordB}"
                : "The decision is kept, but another decision keeps the two apart. Next: hub match decisions"));
        return isMerged ? ExitCode.Done : ExitCode.Failed;
    }
}
