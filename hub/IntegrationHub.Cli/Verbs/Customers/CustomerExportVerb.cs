using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary><c>hub customer export ID</c>: all there is on one person, for that person.</summary>
internal sealed class CustomerExportVerb : Verb
{
    private const int PageSize = 1000;

    private readonly Argument<string> _id = CustomerIdArgument.New();

    public CustomerExportVerb()
        : base(
            "export",
            "Print everything the hub has on one customer as JSON: golden record, records as received, consents, all interactions.",
            "hub customer export 01890a5d-ac96-774b-bcce-b302099a8057 > person.json")
    {
        Add(_id);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var id = CustomerIdArgument.Parse(call.Value(_id));
        var details = await call.Hub.Customers.ShowAsync(id, call.CancellationToken);
        var interactions = new List<TimelineView>();
        IReadOnlyList<TimelineItem> page;
        do
        {
            page = await call.Hub.Customers.TimelineAsync(id, interactions.Count, PageSize, call.CancellationToken);
            interactions.AddRange(page.Select(TimelineView.Of));
        }
        while (page.Count == PageSize);

        call.Output.WriteJson(new { customer = CustomerDetailsView.Of(details), interactions });
        return ExitCode.Done;
    }
}
