using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match review</c>.</summary>
internal sealed class MatchReviewVerb : Verb
{
    private readonly Option<int> _limit = LimitOption.New("The most pairs to list.", 20, 1000);

    public MatchReviewVerb()
        : base(
            "review",
            "List pairs of records that may be the same person and need a person's look, the most probable first.",
            "hub match review",
            "hub match review --limit 100 --json")
    {
        Add(_limit);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var pairs = await call.Hub.Matching.ReviewAsync(call.Value(_limit), call.CancellationToken);
        call.Print(
            pairs.Select(p => new
            {
                recordA = p.RecordA.Reference.ToString(),
                recordB = p.RecordB.Reference.ToString(),
                probability = p.Probability,
                isAmbiguous = p.IsAmbiguous,
                fieldsA = p.RecordA.Record.Fields,
                fieldsB = p.RecordB.Record.Fields,
            }),
            page =>
            {
                if (pairs.Count == 0)
                {
                    page.Line("Nothing to review.");
                    return;
                }

                page.Table(
                    ["PROBABILITY", "FIRST", "NAME", "SECOND", "NAME", "NOTE"],
                    [.. pairs.Select(p => (IReadOnlyList<string>)
                    [
                        p.Probability.ToString("P1", CultureInfo.InvariantCulture),
                        p.RecordA.Reference.ToString(),
                        NameOf(p.RecordA),
                        p.RecordB.Reference.ToString(),
                        NameOf(p.RecordB),
                        p.IsAmbiguous ? "could be two customers" : string.Empty,
                    ])]);
                page.Line("Next: hub match explain R R, then hub match always R R or hub match never R R");
            });
        return ExitCode.Done;
    }

    private static string NameOf(MemberRecord record)
    {
        var full = record.Record.Fields.FirstOrDefault(f => f.Name == PersonFields.NameFull).Value;
        return full ?? string.Join(' ', record.Record.Fields.Where(f => f.Name is PersonFields.NameGiven or PersonFields.NameFamily).Select(f => f.Value));
    }
}
