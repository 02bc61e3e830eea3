namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>One mbox file, Maildir or folder of mail files.</summary>
/// <param name="Name">The path relative to the setting, with forward slashes; <c>.</c> for the setting itself.</param>
/// <param name="FullPath">The path to open.</param>
/// <param name="Kind">How it holds its mails.</param>
internal sealed record MailPlace(string Name, string FullPath, MailPlaceKind Kind);
