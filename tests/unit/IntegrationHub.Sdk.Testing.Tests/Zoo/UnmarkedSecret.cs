using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Takes a password as plain text.</summary>
[Connector("zoo-unmarked-secret", Title = "Wrong", Summary = "Takes a password as plain text.")]
public sealed class UnmarkedSecret : ShopConnector<UnmarkedSecretSettings>;
