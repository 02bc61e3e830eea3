namespace IntegrationHub.Server.Api;

/// <summary>One value to look up.</summary>
/// <param name="Type"><c>email</c>, <c>phone</c> or <c>identifier:NAMESPACE</c>.</param>
/// <param name="Value">The value, written in any way that a source might write it.</param>
internal sealed record LookupIdentifier(string Type, string Value);
