namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>One file with one mail.</summary>
/// <param name="SortName">The name without Maildir flags, which change when a mail is read.</param>
/// <param name="FullPath">The path to open.</param>
/// <param name="Name">The path relative to the setting.</param>
/// <param name="WrittenAtMs">When it was written, in milliseconds since 1970.</param>
internal sealed record MailFile(string SortName, string FullPath, string Name, long WrittenAtMs);
