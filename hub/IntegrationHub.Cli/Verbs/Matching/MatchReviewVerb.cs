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
            "List pairs of records that may be the same person and need a person's look, by value and doubt: how much business hangs on a pair, and how open it is.",
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
                probability = p.Item.Pair.Probability,
                isAmbiguous = p.Item.Pair.IsAmbiguous,
                value = p.Item.Value,
                doubt = p.Item.Doubt,
                records = p.Item.Records,
                interactions = p.Item.Interactions,
                reason = p.Reason,
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
                    ["VALUE", "DOUBT", "PROBABILITY", "FIRST", "NAME", "SECOND", "NAME", "REASON"],
                    [.. pairs.Select(p => (IReadOnlyList<string>)
                    [
                        p.Item.Value.ToString("0.0", CultureInfo.InvariantCulture),
                        p.Item.Doubt.ToString("0.00", CultureInfo.InvariantCulture),
                        p.Item.Pair.Probability.ToString("P1", CultureInfo.InvariantCulture),
                        p.RecordA.Reference.ToString(),
                        NameOf(p.RecordA),
                        p.RecordB.Reference.ToString(),
                        NameOf(p.RecordB),
                        p.Item.Pair.IsAmbiguous ? $"could be two customers; {p.Reason}" : p.Reason,
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
