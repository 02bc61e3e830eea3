using IntegrationHub.Core.Customers;

namespace IntegrationHub.Cli.Demo;

/// <summary>From records in to customers out.</summary>
/// <param name="RecordsIn">Everything the sources handed over.</param>
/// <param name="Quarantined">Of these set aside.</param>
/// <param name="Interactions">Of these visits, orders and mails.</param>
/// <param name="Consents">Of these choices on being contacted.</param>
/// <param name="People">Of these records of people.</param>
/// <param name="Customers">Who the people are.</param>
/// <param name="Merged">Customers known by more than one record.</param>
/// <param name="Doubtful">Pairs of records that wait for a person's look.</param>
/// <param name="Reasons">Why records were set aside.</param>
internal sealed record DemoFunnel(
    long RecordsIn,
    long Quarantined,
    long Interactions,
    long Consents,
    long People,
    long Customers,
    long Merged,
    long Doubtful,
    IReadOnlyList<DemoFunnel.Reason> Reasons)
{
    public static DemoFunnel Of(HubTotals totals, IReadOnlyList<Reason> reasons) => new(
        totals.Records + totals.Interactions + totals.Consents + totals.Quarantined,
        totals.Quarantined,
        totals.Interactions,
        totals.Consents,
        totals.Records,
        totals.Customers,
        totals.MergedCustomers,
        totals.Doubtful,
        reasons);

    /// <summary>Why records of a source were set aside.</summary>
    internal sealed record Reason(string Source, string Text, long Count);
}
