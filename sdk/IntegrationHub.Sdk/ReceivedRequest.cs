namespace IntegrationHub.Sdk;

/// <summary>One HTTP request that another system sent to <c>/v1/collect/{source}/...</c>.</summary>
public sealed class ReceivedRequest
{
    /// <summary>Gets the method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path after the source's name, starting with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query parameters, decoded.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the headers; names are compared without case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the body as received, not decompressed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets when it arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
