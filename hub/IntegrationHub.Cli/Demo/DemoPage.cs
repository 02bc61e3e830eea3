using System.Globalization;
using IntegrationHub.Cli.Printing;

namespace IntegrationHub.Cli.Demo;

/// <summary>Tells the demo to people, as it goes.</summary>
internal sealed class DemoPage(Page page)
{
    private const int FromMax = 3;

    public void Welcome(string folder)
    {
        page.Line("Larkspur & Pike, a fictional clothing store in Omaha: about 400 invented people in five sources.");
        page.Line($"Data folder: {folder}");
        page.Line();
    }

    public void Reading(string source, string connector) => page.Line($"Reading {source} ({connector}) ...");

    public void Resolving() => page.Line("Resolving who is who ...");

    public void Result(DemoResult result)
    {
        page.Line();
        page.Table(
            ["SOURCE", "CONNECTOR", "READ", "SET ASIDE"],
            [.. result.Sources.Select(s => (IReadOnlyList<string>)[s.Source, s.Connector, Text(s.Read), Text(s.Quarantined)])]);
        page.Line();
        Funnel(result.Funnel, result.Accuracy);
        page.Line();
        Customer(result.Customer);
        page.Line();
        page.Line($"Next door lives his father of the same name, and stays another customer: {result.Namesake.Id:D} ({Text(result.Namesake.Records.Count)} records).");
        page.Line();
        if (result.ApiKey is not null)
        {
            page.Line($"API key (shown only now): {result.ApiKey}");
        }

        page.Line(string.Create(CultureInfo.InvariantCulture, $"Done in {result.Seconds:0.0} s. Go on with:"));
        foreach (var command in result.Next)
        {
            page.Line("  " + command);
        }

        page.Line("Matomo and Square were played by this command and are gone now; syncing 'web' or 'till' again fails and says so.");
    }

    private void Funnel(DemoFunnel funnel, DemoAccuracy accuracy)
    {
        page.Pairs(
            ("records in", Text(funnel.RecordsIn)),
            ("  set aside", Text(funnel.Quarantined)),
            ("  visits, orders, mails", Text(funnel.Interactions)),
            ("  choices on contact", Text(funnel.Consents)),
            ("  people", Text(funnel.People)),
            ("customers out", Text(funnel.Customers)),
            ("  of several records", Text(funnel.Merged)),
            ("doubtful pairs", Text(funnel.Doubtful)),
            ("against the truth", string.Create(CultureInfo.InvariantCulture, $"precision {accuracy.Precision:0.000}, recall {accuracy.Recall:0.000} (pairs of records)")));
        page.Line();
        page.Line("Set aside, kept for repair:");
        foreach (var reason in funnel.Reasons)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  {reason.Count,3}  {reason.Source}: {reason.Text}"));
        }
    }

    private void Customer(DemoCustomer customer)
    {
        page.Line($"One of them, customer {customer.Id:D}:");
        page.Table(
            ["FIELD", "VALUE", "FROM"],
            [.. customer.Values.Select(v => (IReadOnlyList<string>)[v.Field, v.Text, From(v.From)])]);
        page.Line();
        page.Table(
            ["CONSENT", "STATUS", "GIVEN", "FROM", "RULE"],
            [.. customer.Consents.Select(c => (IReadOnlyList<string>)[c.Purpose, c.Status.ToString(), Day(c.GivenAt), c.From, c.Rule])]);
        page.Line();
        page.Table(
            ["WHEN", "WHAT", "SOURCE", "CHANNEL", "AMOUNT", "PAID BY", "TITLE"],
            [.. customer.Timeline.Select(e => (IReadOnlyList<string>)
            [
                Day(e.At),
                e.Direction is "out" ? e.Type + " to" : e.Type,
                e.Source,
                e.Channel ?? string.Empty,
                e.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} {e.Currency}") : string.Empty,
                string.Join(", ", e.PaidBy),
                e.Title,
            ])]);
        var sum = customer.Summary;
        page.Line();
        page.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{sum.PurchasesOnline} purchases online, {sum.PurchasesInStore} in the store, paid by {string.Join(", ", sum.PaidBy)}; {sum.MailsIn} mails to customer service."));
    }

    private static string From(IReadOnlyList<string> from) =>
        string.Join(", ", from.Take(FromMax)) + (from.Count > FromMax ? string.Create(CultureInfo.InvariantCulture, $" and {from.Count - FromMax} more") : string.Empty);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
