namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>The plain read of a healthy world fails, so that nothing else can be said of what is read.</summary>
internal sealed class UnreadableException(string message) : Exception(message);
