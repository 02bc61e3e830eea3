using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.Email;

/// <summary>Settings of the connector <c>email-mailbox</c>.</summary>
public sealed class MailboxSettings
{
    /// <summary>Gets or sets the mbox file, Maildir, or folder with several of them or with <c>.eml</c> files.</summary>
    /// <value>Relative paths start from the hub's base folder.</value>
    [Setting(
        Title = "Path",
        Help = "An mbox file, a Maildir, a folder of .eml files, or a folder that holds several of these.",
        Required = true,
        Order = 1,
        Example = "/var/mail/shop")]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets the addresses and domains of the business.</summary>
    /// <value>Defaults to none: they are guessed from the first mails, and the check says what was guessed.</value>
    [Setting(
        Title = "Own addresses",
        Help = "Addresses and @domains of the business, separated by commas. They tell incoming from outgoing mail and make no people.",
        Order = 2,
        Example = "@shop.example, shop.owner@mail.example")]
    public IReadOnlyList<string> OwnAddresses { get; set; } = [];

    /// <summary>Gets or sets the country (ISO 3166 alpha-2) of phone numbers without a country code.</summary>
    /// <value>Defaults to none: the North American form and forms with a leading zero are both recognised.</value>
    [Setting(Title = "Region", Help = "Two-letter country that phone numbers without a country code belong to.", Order = 3, Example = "US")]
    public string? Region { get; set; }

    /// <summary>Gets or sets a value indicating whether mail that looks like unasked advertising makes nobody, and strangers become people
    /// only when nothing speaks against a personal mail.</summary>
    /// <value>Defaults to yes.</value>
    [Setting(Title = "Leave out advertising", Help = "Mail that looks like unasked advertising makes nobody; a stranger becomes a person by a mail that nothing speaks against, or once the business answers. No: every writer becomes a person.", Order = 4)]
    public bool SpamFilter { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether who wrote first becomes a person only once the business wrote back.</summary>
    /// <value>Defaults to no.</value>
    [Setting(Title = "Only answered", Help = "Only whom the business wrote to, or who answered a mail, become people. No spam makes a customer then, but neither does a mail that nobody answered.", Order = 5)]
    public bool OnlyAnswered { get; set; }

    /// <summary>Gets or sets a value indicating whether a mail that is gone from the mailbox is taken out of the customer's history.</summary>
    /// <value>Defaults to no: mailboxes are cleaned and archived, and what happened stays.</value>
    [Setting(Title = "Pass on deletions", Help = "A mail that a full read does not find any more, in no folder, is taken out of the customer's history. People stay.", Order = 6)]
    public bool PassOnDeletions { get; set; }
}
