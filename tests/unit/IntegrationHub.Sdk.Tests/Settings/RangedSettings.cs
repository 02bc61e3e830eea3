using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Tests.Settings;

internal sealed class RangedSettings
{
    [Setting(Required = true, Order = 2, Title = "API key", Help = "Under Settings, API.", Example = "k-1")]
    public string Key { get; set; } = "never used";

    [Setting(Minimum = 0.5, Maximum = 2.5, Order = 1)]
    public double Share { get; set; } = 1.5;

    [Setting(Minimum = -3, Order = 3)]
    public long AtLeast { get; set; }

    [Setting(Maximum = 3, Order = 3)]
    public int AtMost { get; set; }

    [Setting(Minimum = 0.01, Order = 4)]
    public decimal? Price { get; set; }

    [Setting(Order = 5)]
    public bool IsOpen { get; set; }
}
