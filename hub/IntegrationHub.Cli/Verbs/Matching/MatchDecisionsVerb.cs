using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match decisions</c>.</summary>
internal sealed class MatchDecisionsVerb : Verb
{
    private readonly Option<string?> _record = new("--record") { Description = "Only decisions that name this record, as source/stream/key.", HelpName = "RECORD" };
    private readonly Option<int> _limit = LimitOption.New("The most decisions to list.", 100, 10_000);

    public MatchDecisionsVerb()
        : base(
            "decisions",
            "List people's decisions with their history, the newest first: who, when, why, and who took which back. Contradictions are told.",
            "hub match decisions",
            "hub match decisions --record crm/people/17 --json")
    {
        Add(_record);
        Add(_limit);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        RecordRef? record = call.Value(_record) is not { } text ? null
            : RecordRef.TryParse(text, out var reference) ? reference
            : throw new AdminException(AdminFailure.WrongUse, $"'{text}' is no record.", "source/stream/key");
        var decisions = await call.Hub.Decisions.ListAsync(record, call.Value(_limit), call.CancellationToken);
        var contradictions = await call.Hub.Decisions.FindContradictionsAsync(call.CancellationToken);
        call.Print(
            new { decisions = decisions.Select(ViewOf), contradictions = contradictions.Select(c => c.Chain.Select(r => r.ToString())) },
            page => Write(page, decisions, contradictions));
        return ExitCode.Done;
    }

    private static object ViewOf(NamedDecision named)
    {
        var (entry, decision) = (named.Entry, named.Entry.Decision);
        return new
        {
            act = entry.Act,
            decision = WordOf(decision),
            recordA = named.RecordA.ToString(),
            recordB = named.RecordB.ToString(),
            decision.By,
            decision.At,
            decision.Why,
            entry.State,
            entry.Withdrawal,
        };
    }

    private static void Write(Page page, IReadOnlyList<NamedDecision> decisions, IReadOnlyList<Contradiction> contradictions)
    {
        if (decisions.Count == 0)
        {
            page.Line("No decisions.");
        }
        else
        {
            page.Table(
                ["DECISION", "FIRST", "SECOND", "BY", "WHEN", "WHY", "STATE"],
                [.. decisions.Select(d => (IReadOnlyList<string>)
                [
                    WordOf(d.Entry.Decision),
                    d.RecordA.ToString(),
                    d.RecordB.ToString(),
                    d.Entry.Decision.By,
                    d.Entry.Decision.At.ToString("u", CultureInfo.InvariantCulture),
                    d.Entry.Decision.Why ?? string.Empty,
                    StateOf(d.Entry),
                ])]);
        }

        foreach (var contradiction in contradictions)
        {
            page.Line($"Contradiction: {contradiction}. The never holds. Next: hub match withdraw R R");
        }
    }

    private static string WordOf(Decision decision) => decision.IsSame ? "always" : "never";

    private static string StateOf(DecisionEntry entry) => entry switch
    {
        { Withdrawal: { } w } => string.Create(
            CultureInfo.InvariantCulture, $"withdrawn by {w.By} at {w.At:u}{(w.Why is null ? string.Empty : ": " + w.Why)}"),
        { State: DecisionState.Replaced } => "replaced by a later one",
        _ => "in force",
    };
}
