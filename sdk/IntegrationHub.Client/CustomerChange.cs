namespace IntegrationHub.Client;

/// <summary>One entry of the change feed. Immutable.</summary>
public sealed record CustomerChange
{
    /// <summary>Gets its place; give it back to go on after it.</summary>
    public required string Cursor { get; init; }

    /// <summary>Gets what happened: <c>created</c>, <c>updated</c>, <c>merged</c>, <c>split</c>, <c>removed</c> or <c>erased</c>. Pass over
    /// words that you do not know: a newer server may have more.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the customer it happened to.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>Gets, for a merge, the customer that took this one in; for a split, the one it came from.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }
}
