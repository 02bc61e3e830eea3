using IntegrationHub.Sdk.Settings;

namespace Sample.Connector;

/// <summary>What an admin tells the connector. Command line, API and console make their forms from it.</summary>
public sealed class SampleClassSettings
{
    /// <summary>Gets or sets the secret that requests are signed with.</summary>
    [Setting(Title = "Signing secret", Required = true, Order = 1, Help = "Given by the sender when the webhook is set up.")]
    public Secret SigningSecret { get; set; } = null!;
}
