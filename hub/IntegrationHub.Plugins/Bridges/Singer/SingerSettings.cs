using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Plugins.Bridges.Singer;

/// <summary>The settings of <c>singer</c>.</summary>
public sealed class SingerSettings : BridgeSettings
{
    /// <summary>Gets or sets a value indicating whether the tap takes its catalog as <c>--properties</c>.</summary>
    [Setting(Title = "Catalog as --properties", Help = "Switch on for taps from before 2018, which take the catalog as --properties in place of --catalog.", Order = 10)]
    public bool Properties { get; set; }
}
