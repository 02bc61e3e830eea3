using IntegrationHub.Core.Records;

namespace IntegrationHub.Golden;

/// <summary>One of a customer's live source records, with what survivorship needs to know about its source.</summary>
/// <param name="Record">The record.</param>
/// <param name="SourceName">The source's name, shown in lineage and matched by the policy.</param>
/// <param name="Trust">How much the source is trusted, 0 to 1.</param>
public sealed record GoldenInput(SourceRecord Record, string SourceName, double Trust);
