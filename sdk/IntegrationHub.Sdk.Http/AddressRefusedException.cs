namespace IntegrationHub.Sdk.Http;

/// <summary>A name leads to an address that is never asked. Never leaves this assembly.</summary>
internal sealed class AddressRefusedException(string reason) : Exception(reason);
