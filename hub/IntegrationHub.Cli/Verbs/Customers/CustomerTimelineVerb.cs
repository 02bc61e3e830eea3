using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary><c>hub customer timeline ID</c>.</summary>
internal sealed class CustomerTimelineVerb : Verb
{
    private readonly Argument<string> _id = CustomerIdArgument.New();
    private readonly Option<int> _limit = LimitOption.New("The most interactions to list.", 50, 1000);
    private readonly Option<int> _offset = new("--offset") { Description = "How many to pass over.", HelpName = "N" };

    public CustomerTimelineVerb()
        : base(
            "timeline",
            "List what happened between a customer and the business, the newest first: orders, visits, mails, calls.",
            "hub customer timeline 01890a5d-ac96-774b-bcce-b302099a8057 --limit 20")
    {
        Add(_id);
        Add(_limit);
        Add(_offset);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var items = await call.Hub.Customers.TimelineAsync(
            CustomerIdArgument.Parse(call.Value(_id)), Math.Max(0, call.Value(_offset)), call.Value(_limit), call.CancellationToken);
        var views = items.Select(TimelineView.Of).ToList();
        call.Print(views, page => page.Table(
            ["WHEN", "TYPE", "SOURCE", "CHANNEL", "AMOUNT", "TITLE"],
            [.. views.Select(v => (IReadOnlyList<string>)
            [
                v.OccurredAt.ToString("u", CultureInfo.InvariantCulture),
                v.Type,
                v.Source,
                v.Text("channel"),
                $"{v.Text("amount")} {v.Text("currency")}".Trim(),
                v.Title(),
            ])]));
        return ExitCode.Done;
    }
}
