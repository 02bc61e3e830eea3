namespace IntegrationHub.Core.Records;

/// <summary>A person record that passed the gate and waits for its commit.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Key">The source's own key.</param>
/// <param name="Fields">The values, normalised, in a canonical order so that equal contents have equal bytes.</param>
/// <param name="UpdatedAt">When the source last changed it.</param>
/// <param name="IsPartial">Whether it tells only a part: then it must be combined with what is stored before it is written.</param>
public sealed record IncomingRecord(
    string Stream, string Key, IReadOnlyList<Field> Fields, DateTimeOffset? UpdatedAt, bool IsPartial = false);
