namespace IntegrationHub.Sdk.Messages;

/// <summary>Says that everything asked for in a stream was yielded. Without it the stream counts as incomplete.</summary>
/// <param name="stream">The stream's name.</param>
public sealed class StreamCompleted(string stream) : Message(stream);
