using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Demo;

/// <summary>A customer as the demo shows one.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="Records">The source records that are this customer.</param>
/// <param name="Values">The golden record, each value with the records it comes from, the winner first.</param>
/// <param name="Consents">What the customer agreed to.</param>
/// <param name="Summary">What the timeline adds up to.</param>
/// <param name="Timeline">What happened, newest first.</param>
internal sealed record DemoCustomer(
    Guid Id,
    IReadOnlyList<string> Records,
    IReadOnlyList<DemoCustomer.Value> Values,
    IReadOnlyList<DemoCustomer.Choice> Consents,
    DemoSummary Summary,
    IReadOnlyList<DemoEvent> Timeline)
{
    public static DemoCustomer Of(CustomerDetails details, IReadOnlyList<TimelineItem> timeline)
    {
        var events = timeline.Select(DemoEvent.Of).ToList();
        var names = details.Records.ToDictionary(r => r.Record.Id, r => r.Reference.ToString());
        return new DemoCustomer(
            details.Customer.Uid,
            [.. details.Records.Select(r => r.Reference.ToString())],
            [.. details.Golden.Fields.SelectMany(f => f.Values.Select(v => new Value(
                f.Name, v.Text, [$"{v.Lineage.Source}/{v.Lineage.Stream}/{v.Lineage.Key}", .. v.AlsoFrom], v.Lineage.Rule)))],
            [.. details.Consents.Select(c => new Choice(
                $"{c.Channel}/{c.Purpose}", c.Status, c.DecidedBy.Consent.GivenAt, names[c.DecidedBy.RecordId], c.Rule))],
            DemoSummary.Of(events),
            events);
    }

    /// <summary>One surviving value.</summary>
    internal sealed record Value(string Field, string Text, IReadOnlyList<string> From, string Rule);

    /// <summary>What holds for one channel and purpose.</summary>
    internal sealed record Choice(string Purpose, ConsentStatus Status, DateTimeOffset GivenAt, string From, string Rule);
}
