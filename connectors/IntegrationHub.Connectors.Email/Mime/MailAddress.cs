namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>One mailbox of an address header.</summary>
/// <param name="Name">The display name or comment as written, encoded words decoded; empty when there is none.</param>
/// <param name="Address">The address in lower case, as <c>local@domain</c>.</param>
internal readonly record struct MailAddress(string Name, string Address)
{
    internal string LocalPart => Address[..Address.LastIndexOf('@')];

    internal string Domain => Address[(Address.LastIndexOf('@') + 1)..];
}
