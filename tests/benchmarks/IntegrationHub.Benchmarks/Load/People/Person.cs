namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Somebody as they are; what records say of them is another matter.</summary>
internal sealed class Person
{
    public required int Number { get; init; }

    public required string Given { get; init; }

    public string? Middle { get; init; }

    public required string Family { get; init; }

    /// <summary>Gets the name taken on marrying.</summary>
    public string? MarriedFamily { get; init; }

    /// <summary>Gets the moment of marrying, from 0 to 1 in the time that the records span.</summary>
    public double MarriedAt { get; init; }

    public string? Nickname { get; init; }

    /// <summary>Gets <c>Jr</c> or <c>Sr</c>.</summary>
    public string? Generation { get; init; }

    /// <summary>Gets a value indicating whether the name is written in another script than Latin.</summary>
    public bool IsForeign { get; init; }

    public required DateOnly Birth { get; init; }

    /// <summary>Gets the homes, the first home first.</summary>
    public required Home[] Homes { get; init; }

    /// <summary>Gets the mobile numbers, ten digits, the first number first.</summary>
    public required string[] Mobiles { get; init; }

    public string? Landline { get; init; }

    /// <summary>Gets the addresses, the one used most first.</summary>
    public required Mailbox[] Mailboxes { get; init; }

    /// <summary>Gets the mailbox the household shares.</summary>
    public Mailbox? SharedMailbox { get; init; }

    public Office? Office { get; init; }

    /// <summary>Gets the numbers of the loyalty cards, the last one in use last.</summary>
    public required string[] Cards { get; init; }

    /// <summary>Gets how many records speak of this person.</summary>
    public required int RecordCount { get; init; }
}
