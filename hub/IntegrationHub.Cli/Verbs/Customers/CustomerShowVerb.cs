using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Golden;
using IntegrationHub.Sync.Admin;

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
        call.Print(view, page => Write(page, view, details));
        return ExitCode.Done;
    }

    private static void Write(Page page, CustomerDetailsView view, CustomerDetails details)
    {
        page.Pairs(
            ("customer", view.Id.ToString("D")),
            ("version", view.Version.ToString(CultureInfo.InvariantCulture)),
            ("changed", view.ChangedAt.ToString("u", CultureInfo.InvariantCulture)));
        page.Line();
        WriteValues(page, details.Golden);
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

        foreach (var possible in view.MayAlsoBe)
        {
            page.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"May also be customer {possible.Customer} ({possible.Record} and {possible.Other}, {possible.Probability:P1}{(possible.IsAmbiguous ? ", could be either" : string.Empty)})."));
        }
    }

    private static void WriteValues(Page page, GoldenRecord golden)
    {
        page.Table(
            ["FIELD", "VALUE", "FROM", "WHEN", "RULE"],
            [.. golden.Fields.SelectMany(f => f.Values.Select(v => RowOf(f, v)))]);
        var lost = golden.Fields.SelectMany(f => f.Lost.Select(v => RowOf(f, v))).ToList();
        if (lost.Count > 0)
        {
            page.Line();
            page.Line("Values that lost:");
            page.Table(["FIELD", "VALUE", "FROM", "WHEN", "WHY"], lost);
        }
    }

    private static IReadOnlyList<string> RowOf(GoldenField field, GoldenValue value) =>
    [
        field.Name,
        value.Text,
        string.Join(", ", value.AlsoFrom.Prepend($"{value.Lineage.Source}/{value.Lineage.Stream}/{value.Lineage.Key}")),
        value.Lineage.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        value.Lineage.Rule,
    ];
}
