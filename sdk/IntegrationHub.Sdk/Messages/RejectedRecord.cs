namespace IntegrationHub.Sdk.Messages;

/// <summary>A record that the connector could not read. The hub sets it aside with its raw text and goes on.</summary>
public sealed class RejectedRecord : Message
{
    /// <summary>Creates a rejection.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="reason">What is wrong, where, and what was expected, without the person's values.</param>
    /// <param name="raw">The source's own text, for repair; kept in quarantine only.</param>
    public RejectedRecord(string stream, string reason, string? raw = null)
        : base(stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        Reason = reason;
        Raw = raw;
    }

    /// <summary>Gets what is wrong.</summary>
    public string Reason { get; }

    /// <summary>Gets the source's own text.</summary>
    public string? Raw { get; }

    /// <summary>Gets or sets the record's key, when it could be read.</summary>
    public string? Key { get; set; }
}
