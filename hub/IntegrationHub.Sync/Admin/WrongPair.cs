using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Admin;

/// <summary>Two records that were joined and should not be, or the other way round.</summary>
/// <param name="RecordA">One record.</param>
/// <param name="RecordB">The other.</param>
/// <param name="Bits">The pair's score.</param>
/// <param name="Probability">The probability it stands for.</param>
/// <param name="IsForbidden">A wall or a person forbids the pair, whatever its score.</param>
public sealed record WrongPair(RecordRef RecordA, RecordRef RecordB, double Bits, double Probability, bool IsForbidden);
