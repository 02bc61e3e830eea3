namespace IntegrationHub.Cli.Demo;

/// <summary>What a timeline adds up to.</summary>
/// <param name="PurchasesOnline">Orders in the web shop.</param>
/// <param name="PurchasesInStore">Orders in the store.</param>
/// <param name="PaidBy">How the orders were paid, as far as the sources say.</param>
/// <param name="MailsIn">Mails the customer wrote.</param>
/// <param name="MailsOut">Mails the shop wrote.</param>
/// <param name="Visits">Visits to the web shop.</param>
internal sealed record DemoSummary(int PurchasesOnline, int PurchasesInStore, IReadOnlyList<string> PaidBy, int MailsIn, int MailsOut, int Visits)
{
    public static DemoSummary Of(IReadOnlyList<DemoEvent> events) => new(
        events.Count(e => e is { Type: "order", Channel: "online" }),
        events.Count(e => e is { Type: "order", Channel: "store" }),
        [.. events.Where(e => e.Type == "order").SelectMany(e => e.PaidBy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        events.Count(e => e is { Type: "mail", Direction: "in" }),
        events.Count(e => e is { Type: "mail", Direction: "out" }),
        events.Count(e => e.Type == "visit"));
}
