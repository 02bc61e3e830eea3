using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden;

/// <summary>What holds for one channel and purpose of a customer.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Status">What holds.</param>
/// <param name="DecidedBy">The choice that decided, with the number of the record it belongs to.</param>
/// <param name="Rule">Why that choice decided, in words.</param>
/// <param name="Others">The choices that did not decide, newest first.</param>
public sealed record ConsentDecision(
    string Channel,
    string Purpose,
    ConsentStatus Status,
    (long RecordId, Consent Consent) DecidedBy,
    string Rule,
    IReadOnlyList<(long RecordId, Consent Consent)> Others);
