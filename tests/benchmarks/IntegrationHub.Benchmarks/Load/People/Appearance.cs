namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>How somebody appears at one moment, when a source writes a record: which of their names, homes and numbers count then.</summary>
internal sealed class Appearance
{
    public required Person Person { get; init; }

    public required string Given { get; init; }

    public required string Family { get; init; }

    public required Home Home { get; init; }

    /// <summary>Gets ten digits.</summary>
    public required string Phone { get; init; }

    public required Mailbox Mailbox { get; init; }

    /// <summary>Gets the loyalty card, <see langword="null"/> for somebody who has none.</summary>
    public string? Card { get; init; }
}
