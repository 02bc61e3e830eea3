namespace IntegrationHub.Connectors.Email.Bounces;

/// <summary>An address that mail cannot be delivered to, for good.</summary>
/// <param name="Address">The address in lower case.</param>
/// <param name="Status">The status code (RFC 3463), such as <c>5.1.1</c>; <c>5.0.0</c> when the bounce names none.</param>
internal readonly record struct BouncedAddress(string Address, string Status);
