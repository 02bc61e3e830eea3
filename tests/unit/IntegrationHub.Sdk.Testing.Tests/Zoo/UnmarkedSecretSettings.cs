using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Settings with a password that is not marked as one.</summary>
public sealed class UnmarkedSecretSettings : ShopSettings
{
    [Setting(Title = "Admin password", Order = 4, Help = "For the admin's area.")]
    public string AdminPassword { get; set; } = string.Empty;
}
