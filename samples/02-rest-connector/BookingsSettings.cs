using IntegrationHub.Sdk.Settings;

namespace RestConnector;

// <settings>
public sealed class BookingsSettings
{
    [Setting(Title = "Address", Required = true, Order = 1, Example = "https://bookings.example/api", Help = "Where the API is.")]
    public Uri Url { get; set; } = null!;

    [Setting(Title = "API key", Required = true, Order = 2, Help = "Found under Settings, API. Stored encrypted, shown never.")]
    public Secret ApiKey { get; set; } = null!;

    [Setting(Title = "Requests a second", Order = 3, Minimum = 0.1, Maximum = 100, Help = "All sources with this key share it.")]
    public double RequestsPerSecond { get; set; } = 5;
}

// </settings>
