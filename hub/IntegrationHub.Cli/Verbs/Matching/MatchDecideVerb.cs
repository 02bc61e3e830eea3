using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match always R R</c> and <c>hub match never R R</c>.</summary>
internal sealed class MatchDecideVerb : Verb
{
    private readonly bool _isSame;
    private readonly Argument<string> _first = RecordArgument.New("RECORD1");
    private readonly Argument<string> _second = RecordArgument.New("RECORD2");
    private readonly DecisionOptions _decision = new();

    public MatchDecideVerb(bool isSame)
        : base(
            isSame ? "always" : "never",
            isSame ? "Decide that two records are the same customer, whatever the scores say." : "Decide that two records are not the same customer, whatever the scores say.",
            $"hub match {(isSame ? "always" : "never")} crm/people/17 shop/customers/C9 --why \"asked her\"")
    {
        _isSame = isSame;
        Add(_first);
        Add(_second);
        _decision.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var first = await call.Hub.Matching.FindRecordAsync(call.Value(_first), call.CancellationToken);
        var second = await call.Hub.Matching.FindRecordAsync(call.Value(_second), call.CancellationToken);
        await call.Hub.Decisions.DecideAsync(first, second, _isSame, _decision.By(call), _decision.Why(call), call.CancellationToken);
        using (var progress = new ProgressLine(call.Surroundings))
        {
            await call.Hub.Resolver.ResolveAsync(progress, CancellationToken.None);
        }

        var pair = await call.Hub.Matching.ExplainAsync(first, second, call.CancellationToken);
        var isFollowed = pair.AreTogether == _isSame;
        var contradictions = await call.Hub.Decisions.FindContradictionsAsync(call.CancellationToken);
        call.Print(
            new { decision = Name, sameCustomer = pair.AreTogether, contradictions = contradictions.Select(c => c.Chain.Select(r => r.ToString())) },
            page =>
            {
                page.Line(isFollowed
                    ? $"Decided. {pair.RecordA} and {pair.RecordB} are {(_isSame ? "the same customer" : "different customers")}."
                    : "The decision is kept, but another decision contradicts it. Next: hub match decisions");
                foreach (var contradiction in contradictions)
                {
                    page.Line($"Contradiction: {contradiction}. The never holds.");
                }
            });
        return isFollowed ? ExitCode.Done : ExitCode.Failed;
    }
}
