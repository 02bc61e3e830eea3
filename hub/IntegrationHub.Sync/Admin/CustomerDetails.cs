using IntegrationHub.Core.Customers;
using IntegrationHub.Golden;

namespace IntegrationHub.Sync.Admin;

/// <summary>Everything about one customer but the timeline.</summary>
/// <param name="Customer">The customer; its id differs from the one asked for when that one redirects.</param>
/// <param name="Records">Its live records, the anchor first.</param>
/// <param name="Golden">The golden record with lineage and losing values, built now from the records.</param>
/// <param name="Consents">What holds per channel and purpose.</param>
/// <param name="MayAlsoBe">Other customers that it may be, the likeliest first; a person should look.</param>
public sealed record CustomerDetails(
    Customer Customer,
    IReadOnlyList<MemberRecord> Records,
    GoldenRecord Golden,
    IReadOnlyList<ConsentDecision> Consents,
    IReadOnlyList<PossibleCustomer> MayAlsoBe);
