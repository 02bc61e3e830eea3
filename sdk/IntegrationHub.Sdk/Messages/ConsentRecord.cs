namespace IntegrationHub.Sdk.Messages;

/// <summary>One choice of a person about being contacted. Choices are kept, never overwritten.</summary>
public sealed class ConsentRecord : Message
{
    /// <summary>Creates a choice.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="personKey">The key of the person record, in <paramref name="stream"/> unless <see cref="PersonStream"/> says otherwise.</param>
    /// <param name="channel">The channel: <c>email</c>, <c>phone</c>, <c>sms</c>, <c>post</c>.</param>
    /// <param name="purpose">The purpose: <c>marketing</c>, <c>service</c>.</param>
    /// <param name="status">What was chosen.</param>
    /// <param name="givenAt">When.</param>
    public ConsentRecord(
        string stream, string personKey, string channel, string purpose, ConsentStatus status, DateTimeOffset givenAt)
        : base(stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(personKey);
        ArgumentException.ThrowIfNullOrEmpty(channel);
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        PersonKey = personKey;
        Channel = channel;
        Purpose = purpose;
        Status = status;
        GivenAt = givenAt;
        PersonStream = stream;
    }

    /// <summary>Gets the key of the person record.</summary>
    public string PersonKey { get; }

    /// <summary>Gets or sets the stream of the person record.</summary>
    public string PersonStream { get; set; }

    /// <summary>Gets the channel.</summary>
    public string Channel { get; }

    /// <summary>Gets the purpose.</summary>
    public string Purpose { get; }

    /// <summary>Gets what was chosen.</summary>
    public ConsentStatus Status { get; }

    /// <summary>Gets when it was chosen.</summary>
    public DateTimeOffset GivenAt { get; }

    /// <summary>Gets or sets proof that the person chose this: a form, a call record, a confirmed link.</summary>
    public string? Proof { get; set; }
}
