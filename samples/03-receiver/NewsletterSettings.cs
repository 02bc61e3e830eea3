using IntegrationHub.Sdk.Settings;

namespace Receiver;

public sealed class NewsletterSettings
{
    [Setting(Title = "Signing secret", Required = true, Order = 1, Help = "Shown once by the newsletter service when the webhook is made.")]
    public Secret SigningSecret { get; set; } = null!;

    [Setting(Title = "Clock tolerance", Order = 2, Help = "How old a signed request may be; older ones may be replays.")]
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);
}
