namespace IntegrationHub.Sdk.Messages;

/// <summary>The source no longer has this person or interaction.</summary>
public sealed class DeletedRecord : Message
{
    /// <summary>Creates a deletion.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="key">The key of what is gone.</param>
    public DeletedRecord(string stream, string key)
        : base(stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        Key = key;
    }

    /// <summary>Gets the key of what is gone.</summary>
    public string Key { get; }
}
