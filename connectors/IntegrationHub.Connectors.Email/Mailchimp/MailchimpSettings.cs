using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Settings of <c>email-mailchimp</c>.</summary>
public sealed class MailchimpSettings
{
    /// <summary>Gets or sets the API key.</summary>
    [Setting(
        Title = "API key", Required = true, Order = 1,
        Help = "Mailchimp, Account, Extras, API keys. It ends with the account's data centre, for example -us6.")]
    public Secret ApiKey { get; set; } = null!;

    /// <summary>Gets or sets the address of the API.</summary>
    /// <value>Defaults to the data centre that the key names.</value>
    [Setting(
        Title = "API address", Order = 2, Example = "https://us6.api.mailchimp.com",
        Help = "Where the API answers, without /3.0. Empty: the data centre that the key names.")]
    public Uri? BaseUrl { get; set; }

    /// <summary>Gets or sets the audiences to read.</summary>
    /// <value>Defaults to none: all of them.</value>
    [Setting(Title = "Audiences", Order = 3, Example = "a1b2c3d4e5,Newsletter", Help = "Ids or names of the audiences to read. Empty: all of them.")]
    public IReadOnlyList<string> Audiences { get; set; } = [];

    /// <summary>Gets or sets what merge fields mean, where their type does not say it.</summary>
    [Setting(
        Title = "Merge fields", Order = 4, Example = "CUSTNO=identifier:customer,COMPANY2=organization",
        Help = "TAG=field for merge fields that mean more than their type tells; '-' as the field leaves one out.")]
    public IReadOnlyList<string> MergeFields { get; set; } = [];

    /// <summary>Gets or sets a value indicating whether archived members are people.</summary>
    [Setting(Title = "Keep archived members", Order = 5, Help = "Archived members stay people, with the status archived. Otherwise they are gone.")]
    public bool KeepArchived { get; set; }

    /// <summary>Gets or sets how long after sending a campaign is watched.</summary>
    [Setting(
        Title = "Engagement window (days)", Order = 6, Minimum = 1, Maximum = 180,
        Help = "How long after sending opens and clicks are looked for. Who did neither by then has not opened.")]
    public int EngagementDays { get; set; } = 14;

    /// <summary>Gets or sets since when campaigns count.</summary>
    [Setting(Title = "Campaigns since", Order = 7, Example = "2026-01-01", Help = "Campaigns sent before are never read. Empty: all that Mailchimp has.")]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Gets or sets the page size.</summary>
    [Setting(Title = "Records a request", Order = 8, Minimum = 2, Maximum = 1000, Help = "Mailchimp gives at most 1000 at a time and ends requests after two minutes.")]
    public int PageSize { get; set; } = 500;

    /// <summary>Gets or sets the rate.</summary>
    [Setting(
        Title = "Requests a second", Order = 9, Minimum = 0.01, Maximum = 100_000,
        Help = "All sources with this key share it. Mailchimp allows 10 requests at the same time; each run makes one at a time.")]
    public double RequestsPerSecond { get; set; } = 10;
}
