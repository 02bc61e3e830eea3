namespace IntegrationHub.Client.Wire;

/// <summary>Problem details (RFC 9457) as the hub fills them in.</summary>
internal sealed record Problem(string? Type, string? Title, string? Detail, string? RequestId);
