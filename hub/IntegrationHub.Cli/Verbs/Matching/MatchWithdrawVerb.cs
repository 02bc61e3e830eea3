using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Records;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match withdraw RECORD RECORD</c>.</summary>
internal sealed class MatchWithdrawVerb : Verb
{
    private readonly Argument<string> _first = RecordArgument.New("RECORD1");
    private readonly Argument<string> _second = RecordArgument.New("RECORD2");
    private readonly Option<bool> _single = new("--single")
    {
        Description = "Withdraw this pair alone, not the rest of the merge or split that it was decided in.",
    };

    private readonly DecisionOptions _decision = new();

    public MatchWithdrawVerb()
        : base(
            "withdraw",
            "Take a decision back, and with it the merge or split that it was part of. A decision that it had replaced holds again; the history stays.",
            "hub match withdraw crm/people/17 shop/customers/C9 --why \"a misunderstanding\"")
    {
        Add(_first);
        Add(_second);
        Add(_single);
        _decision.AddTo(this);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override async Task<int> RunAsync(Call call)
    {
        var withdrawn = await call.Hub.Decisions.WithdrawAsync(
            ReferenceOf(call.Value(_first)), ReferenceOf(call.Value(_second)), !call.Value(_single), _decision.By(call), _decision.Why(call), call.CancellationToken);
        using (var progress = new ProgressLine(call.Surroundings))
        {
            await call.Hub.Resolver.ResolveAsync(progress, CancellationToken.None);
        }

        call.Print(
            new { withdrawn = withdrawn.Count, decision = withdrawn[0].IsSame ? "always" : "never" },
            page => page.Line(withdrawn.Count == 1
                ? $"Withdrawn: {(withdrawn[0].IsSame ? "always" : "never")}, decided by {withdrawn[0].By}."
                : $"Withdrawn: {withdrawn.Count} pairs that were decided together by {withdrawn[0].By}."));
        return ExitCode.Done;
    }

    private static RecordRef ReferenceOf(string text) => RecordRef.TryParse(text, out var reference)
        ? reference
        : throw new AdminException(AdminFailure.WrongUse, $"'{text}' is no record.", "source/stream/key");
}
