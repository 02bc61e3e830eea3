using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Settings of <c>pos-square-events</c>.</summary>
public sealed class SquareEventsSettings
{
    /// <summary>Gets or sets the signature key.</summary>
    [Setting(
        Title = "Signature key", Required = true, Order = 1,
        Help = "From the webhook subscription in the Square developer console.")]
    public Secret SignatureKey { get; set; } = null!;

    /// <summary>Gets or sets the address that Square sends to.</summary>
    [Setting(
        Title = "Notification address", Required = true, Order = 2, Example = "https://hub.example.com/v1/collect/square-events",
        Help = "Exactly as in the webhook subscription: Square signs it together with what it sends.")]
    public string NotificationUrl { get; set; } = string.Empty;
}
