using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Core.Matching;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary><c>hub match model list</c>.</summary>
internal sealed class ModelListVerb : Verb
{
    public ModelListVerb()
        : base("list", "List the versions of the match model and say which is in use.", "hub match model list")
    {
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var listing = await call.Hub.Models.ListAsync(call.CancellationToken);
        call.Print(
            new
            {
                inUse = listing.Use.Epoch,
                pinned = listing.Use.IsPinned,
                models = listing.Versions.Select(v => new { v.Epoch, v.Origin, v.CreatedAt, v.CreatedBy, v.Records }),
            },
            page =>
            {
                page.Table(
                    ["EPOCH", "IN USE", "ORIGIN", "BY", "WHEN", "RECORDS"],
                    [.. listing.Versions.Select(v => RowOf(v, listing.Use)), ["0", Mark(0, listing.Use), OriginText.Of(ModelOrigin.Shipped), string.Empty, string.Empty, string.Empty]]);
                page.Line(listing.Use.IsPinned
                    ? "The model in use is pinned: training by itself leaves it alone. Undo with: hub match model auto"
                    : "Training by itself may change the model.");
            });
        return ExitCode.Done;
    }

    private static IReadOnlyList<string> RowOf(ModelVersion version, ModelUse use) =>
    [
        version.Epoch.ToString(CultureInfo.InvariantCulture),
        Mark(version.Epoch, use),
        OriginText.Of(version.Origin),
        version.CreatedBy,
        version.CreatedAt.ToString("u", CultureInfo.InvariantCulture),
        version.Records.ToString("N0", CultureInfo.InvariantCulture),
    ];

    private static string Mark(int epoch, ModelUse use) => epoch == use.Epoch ? "yes" : string.Empty;
}
