namespace IntegrationHub.Sdk;

/// <summary>One order to read.</summary>
/// <param name="Streams">The streams to read, in this order where the source has no better one.</param>
/// <param name="StartedAt">When the run started. No cursor may go past it.</param>
public sealed record ReadRequest(IReadOnlyList<StreamRequest> Streams, DateTimeOffset StartedAt)
{
    /// <summary>Finds the request for a stream.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <returns>The request, or <see langword="null"/> when that stream is not wanted.</returns>
    public StreamRequest? For(string stream) =>
        Streams.FirstOrDefault(s => string.Equals(s.Stream, stream, StringComparison.Ordinal));
}
