using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Core.Matching;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match model show [EPOCH]</c>.</summary>
internal sealed class ModelShowVerb : Verb
{
    private readonly Argument<int?> _epoch = new("EPOCH") { Description = "The epoch; without it the one in use.", Arity = ArgumentArity.ZeroOrOne };

    public ModelShowVerb()
        : base(
            "show",
            "Show a version of the match model: where it comes from, what it changed, and its weights beside those of the shipped one.",
            "hub match model show",
            "hub match model show 2 --json")
    {
        Add(_epoch);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var details = await call.Hub.Models.ShowAsync(call.ValueOrNull(_epoch), call.CancellationToken);
        var version = details.Version;
        call.Print(
            new
            {
                details.Epoch,
                inUse = details.IsInUse,
                pinned = details.IsPinned,
                origin = version?.Origin ?? ModelOrigin.Shipped,
                createdAt = version?.CreatedAt,
                createdBy = version?.CreatedBy,
                records = version?.Records,
                report = version is null ? null : JsonNode.Parse(version.Report),
                weights = details.Weights,
                model = JsonNode.Parse(details.Json),
            },
            page =>
            {
                page.Pairs(
                    ("epoch", details.Epoch.ToString(CultureInfo.InvariantCulture)),
                    ("in use", details.IsInUse ? details.IsPinned ? "yes, pinned" : "yes" : "no"),
                    ("origin", OriginText.Of(version?.Origin ?? ModelOrigin.Shipped)),
                    ("by", version?.CreatedBy),
                    ("when", version?.CreatedAt.ToString("u", CultureInfo.InvariantCulture)),
                    ("records", version?.Records.ToString("N0", CultureInfo.InvariantCulture)));
                ModelReportPage.WriteTraining(page, details.Training);
                page.Line();
                page.Line("Weights of the shipped model and of this one:");
                ModelReportPage.WriteWeights(page, details.Weights);
            });
        return ExitCode.Done;
    }
}
