namespace IntegrationHub.Sdk.Messages;

/// <summary>One thing a connector says: a person, an interaction, a consent, a deletion, a rejected record,
/// a checkpoint, or that a stream is completed.</summary>
public abstract class Message
{
    private protected Message(string stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        Stream = stream;
    }

    /// <summary>Gets the stream that the message belongs to.</summary>
    public string Stream { get; }
}
