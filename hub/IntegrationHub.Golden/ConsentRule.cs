using IntegrationHub.Core.Records;

namespace IntegrationHub.Golden;

/// <summary>Decides what a customer has consented to. Per channel and purpose the most restrictive explicit choice wins,
/// unless a newer opt-in of the same source record carries proof; so joining records never widens consent,
/// and taking them apart gives each its own choices back.</summary>
public static class ConsentRule
{
    /// <summary>Decides.</summary>
    /// <param name="consents">All choices of the customer's records, with the record's number, in any order.</param>
    /// <returns>One decision per channel and purpose, ordered by both.</returns>
    public static IReadOnlyList<ConsentDecision> Decide(IReadOnlyList<(long RecordId, Consent Consent)> consents)
    {
        ArgumentNullException.ThrowIfNull(consents);

        return [];
    }
}
