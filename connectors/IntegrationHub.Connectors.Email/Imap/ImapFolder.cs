namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>A folder of the server.</summary>
/// <param name="Name">Its name for people, levels separated by slashes.</param>
/// <param name="WireName">Its name as the server wants it.</param>
/// <param name="Attributes">Its attributes, such as <c>\Sent</c> (RFC 6154).</param>
internal sealed record ImapFolder(string Name, string WireName, IReadOnlyList<string> Attributes)
{
    internal bool Is(string attribute) => Attributes.Contains(attribute, StringComparer.OrdinalIgnoreCase);
}
