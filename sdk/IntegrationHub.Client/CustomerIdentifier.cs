namespace IntegrationHub.Client;

/// <summary>One value to look customers up by. Immutable.</summary>
/// <param name="Type"><c>email</c>, <c>phone</c> or <c>identifier:NAMESPACE</c>.</param>
/// <param name="Value">The value, written in any way that a source might write it.</param>
public sealed record CustomerIdentifier(string Type, string Value);
