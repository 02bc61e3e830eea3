namespace IntegrationHub.Sdk.Testing;

/// <summary>A connector broke a rule of the contract; the message says which, where, and what was expected.</summary>
/// <param name="message">The sentence.</param>
public sealed class ConformanceException(string message) : Exception(message);
