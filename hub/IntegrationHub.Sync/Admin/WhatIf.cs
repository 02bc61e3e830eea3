using IntegrationHub.Core.Records;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Admin;

/// <summary>What a pair is, and what it would be.</summary>
/// <param name="RecordA">One record.</param>
/// <param name="RecordB">The other.</param>
/// <param name="Before">What the model in use says about the records as they are.</param>
/// <param name="After">What would be said with the change.</param>
public sealed record WhatIf(RecordRef RecordA, RecordRef RecordB, PairExplanation Before, PairExplanation After);
