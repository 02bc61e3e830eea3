using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Settings of <c>web-events</c>.</summary>
public sealed class EventsSettings
{
    /// <summary>Gets or sets the write key.</summary>
    [Setting(
        Title = "Write key", Required = true, Order = 1,
        Help = "What senders show: Segment's and RudderStack's write key, PostHog's project key, Matomo's token_auth. Make up a long random text.")]
    public Secret WriteKey { get; set; } = null!;

    /// <summary>Gets or sets a second write key.</summary>
    [Setting(
        Title = "Second write key", Order = 2,
        Help = "Accepted as well, so that a key can be changed while senders still use the old one.")]
    public Secret? SecondWriteKey { get; set; }

    /// <summary>Gets or sets the bearer token.</summary>
    [Setting(
        Title = "Bearer token", Order = 3,
        Help = "The access token that your authorization server hands to Segment clients set up with OAuth. Empty: bearer tokens are refused.")]
    public Secret? BearerToken { get; set; }

    /// <summary>Gets or sets a second bearer token.</summary>
    [Setting(
        Title = "Second bearer token", Order = 4,
        Help = "Accepted as well, so that a token can be changed while clients still use the old one.")]
    public Secret? SecondBearerToken { get; set; }

    /// <summary>Gets or sets the namespace of user ids.</summary>
    [Setting(
        Title = "Namespace of user ids", Order = 5, Example = "shop-account",
        Help = "User ids become the field identifier:NAMESPACE. Take the one under which another source gives the same ids.")]
    public string UserNamespace { get; set; } = "user";

    /// <summary>Gets or sets the region of phone numbers.</summary>
    [Setting(
        Title = "Region", Order = 6, Example = "DE",
        Help = "The country (two letters) of phone numbers without country code.")]
    public string? Region { get; set; }

    /// <summary>Gets or sets the currency of amounts that name none.</summary>
    [Setting(
        Title = "Currency", Order = 7, Example = "EUR",
        Help = "The currency (ISO 4217) of order amounts whose event names none.")]
    public string? Currency { get; set; }

    /// <summary>Gets or sets traits that are consents.</summary>
    [Setting(
        Title = "Traits that are consents", Order = 8, Example = "newsletter=email/marketing",
        Help = "trait=channel/purpose, several separated by commas: such a trait with yes or no becomes a consent.")]
    public IReadOnlyList<string> ConsentTraits { get; set; } = [];

    /// <summary>Gets or sets the Matomo sites that need no key.</summary>
    [Setting(
        Title = "Open Matomo sites", Order = 9, Example = "1",
        Help = "Site ids whose tracking calls are taken without the key, as Matomo's script in a page sends them. Anyone can send those. Empty: none.")]
    public IReadOnlyList<string> OpenMatomoSites { get; set; } = [];

    /// <summary>Gets or sets the origins whose pages may send.</summary>
    [Setting(
        Title = "Allowed origins", Order = 10, Example = "https://shop.example",
        Help = "Web pages that may send from a browser. Empty: none, only servers and apps send. * allows any page.")]
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Gets or sets a value indicating whether IP addresses are kept.</summary>
    [Setting(
        Title = "Keep IP addresses", Order = 11,
        Help = "Keep the address that an event states in the details of its interaction. Off unless you have a reason and a right to.")]
    public bool KeepIp { get; set; }
}
