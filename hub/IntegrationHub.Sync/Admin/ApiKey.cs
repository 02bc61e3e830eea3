namespace IntegrationHub.Sync.Admin;

/// <summary>An API key as kept: never the key itself.</summary>
/// <param name="Id">A short public name of the key, also its first part: <c>hub_ID_SECRET</c>.</param>
/// <param name="Hash">SHA-256 of the whole key, hexadecimal, lower case.</param>
/// <param name="Scopes">What it allows: <c>read</c>, <c>admin</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record ApiKey(string Id, string Hash, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt);
