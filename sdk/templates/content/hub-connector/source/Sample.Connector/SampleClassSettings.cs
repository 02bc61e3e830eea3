using IntegrationHub.Sdk.Settings;

namespace Sample.Connector;

/// <summary>What an admin tells the connector. Command line, API and console make their forms from it.</summary>
public sealed class SampleClassSettings
{
    /// <summary>Gets or sets the address of the API.</summary>
    [Setting(Title = "API address", Required = true, Order = 1, Example = "https://api.example.com", Help = "Where the API is, as its manual gives it.")]
    public Uri Url { get; set; } = null!;

    /// <summary>Gets or sets the API token.</summary>
    [Setting(Title = "API token", Required = true, Order = 2, Help = "Found under Account, API tokens; it needs the right to read customers.")]
    public Secret Token { get; set; } = null!;

    /// <summary>Gets or sets the page size.</summary>
    [Setting(Title = "Customers a request", Order = 3, Minimum = 1, Maximum = 500, Help = "The API gives at most 500 at a time.")]
    public int PageSize { get; set; } = 100;
}
