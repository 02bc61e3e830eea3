namespace IntegrationHub.Sdk.Testing.Tests.Shop;

/// <summary>The shop's connector with its usual settings.</summary>
public abstract class ShopConnector : ShopConnector<ShopSettings>;
