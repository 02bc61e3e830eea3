namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>A value from the foot of a mail.</summary>
/// <param name="Value">The value as written.</param>
/// <param name="Evidence">The line it was found in, trimmed, at most 200 characters.</param>
internal readonly record struct FoundValue(string Value, string Evidence);
