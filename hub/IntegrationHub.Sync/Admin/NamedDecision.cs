using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Admin;

/// <summary>A decision with its history and the names of its records.</summary>
/// <param name="RecordA">The record seen first.</param>
/// <param name="RecordB">The other.</param>
/// <param name="Entry">The decision and what became of it.</param>
public sealed record NamedDecision(RecordRef RecordA, RecordRef RecordB, DecisionEntry Entry);
