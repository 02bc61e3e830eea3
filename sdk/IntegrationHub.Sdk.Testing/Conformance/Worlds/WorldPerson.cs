namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>A person that a check puts into a world.</summary>
/// <param name="Key">The key in the source: lower-case letters, digits and hyphens.</param>
/// <param name="Name">The name, which may be any text at all.</param>
public sealed record WorldPerson(string Key, string Name);
