namespace IntegrationHub.Server.Security;

/// <summary>What a caller's key must allow to use a route.</summary>
/// <param name="Name">One of <see cref="Scopes"/>, or <see langword="null"/> for a route that anyone may use.</param>
internal sealed record RequiredScope(string? Name);
