using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary><c>hub customer show ID</c>.</summary>
internal sealed class CustomerShowVerb : Verb
{
    private readonly Argument<string> _id = CustomerIdArgument.New();

    public CustomerShowVerb()
        : base(
            "show",
            "Show a customer: the golden record with the source of every value, the values that lost, consents and records.",
            "hub customer show 01890a5d-ac96-774b-bcce-b302099a8057",
            "hub customer show 01890a5d-ac96-774b-bcce-b302099a8057 --json")
    {
        Add(_id);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var details = await call.Hub.Customers.ShowAsync(CustomerIdArgument.Parse(call.Value(_id)), call.CancellationToken);
        var view = CustomerDetailsView.Of(details);
        call.Print(view, page => Write(page, view));
        return ExitCode.Done;
    }

    private static void Write(Page page, CustomerDetailsView view)
    {
        page.Pairs(
            ("customer", view.Id.ToString("D")),
            ("version", view.Version.ToString(CultureInfo.InvariantCulture)),
            ("changed", view.ChangedAt.ToString("u", CultureInfo.InvariantCulture)));
        page.Line();
        page.Table(
            ["FIELD", "VALUE", "FROM"],
            [.. view.Golden!.AsObject().Select(p => (IReadOnlyList<string>)[p.Key, ValueText(p.Value), LineageText(view.Lineage?[p.Key])])]);
        if (view.Consents.Count > 0)
        {
            page.Line();
            page.Table(
                ["CONSENT", "STATUS", "GIVEN", "RULE"],
                [.. view.Consents.Select(c => (IReadOnlyList<string>)
                    [$"{c.Channel}/{c.Purpose}", c.Status.ToString(), c.GivenAt.ToString("u", CultureInfo.InvariantCulture), c.Rule])]);
        }

        page.Line();
        page.Line("Records:");
        foreach (var record in view.Records)
        {
            page.Line($"  {record.Record}");
        }
    }

    private static string ValueText(JsonNode? value) =>
        value is null ? string.Empty : GoldenText.Of(System.Text.Json.JsonSerializer.SerializeToElement(value));

    private static string LineageText(JsonNode? lineage) => lineage?.ToJsonString() ?? string.Empty;
}
