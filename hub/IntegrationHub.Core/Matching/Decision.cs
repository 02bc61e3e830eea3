namespace IntegrationHub.Core.Matching;

/// <summary>A person's word that two records are, or are not, the same customer.</summary>
/// <param name="RecordA">The smaller record number.</param>
/// <param name="RecordB">The larger record number.</param>
/// <param name="IsSame"><see langword="true"/> for always, <see langword="false"/> for never.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Why">The reason given.</param>
public sealed record Decision(long RecordA, long RecordB, bool IsSame, string By, DateTimeOffset At, string? Why);
