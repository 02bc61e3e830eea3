using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>What an address such as <c>sftp://host:22/folder/*.csv</c> names. A path that starts with <c>/~/</c> starts in the user's home.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="Port">The port.</param>
/// <param name="Folder">The folder to list.</param>
/// <param name="Name">A file's name or a pattern of names; empty for every list file of the folder.</param>
internal sealed record SftpAddress(string Host, int Port, string Folder, string Name)
{
    internal const int DefaultPort = 22;

    internal static SftpAddress Parse(string path)
    {
        // A question mark is a wildcard here, not the start of a query.
        if (!Uri.TryCreate(path.Replace("?", "%3F", StringComparison.Ordinal), UriKind.Absolute, out var address)
            || address.Host.Length == 0 || address.Host[0] == '-' || address.UserInfo.Length > 0)
        {
            throw ConnectorException.Configuration("path", "The address is none, or holds a user's name.", "Write sftp://host/folder or sftp://host:port/folder/*.csv; the user has a setting of its own.");
        }

        var whole = Uri.UnescapeDataString(address.AbsolutePath);
        if (whole.Any(char.IsControl))
        {
            throw ConnectorException.Configuration("path", "The address holds control characters.", "Write sftp://host/folder.");
        }

        var slash = whole.LastIndexOf('/');
        var folder = whole[..(slash + 1)];
        folder = folder.StartsWith("/~/", StringComparison.Ordinal) ? folder[3..] : folder;
        if (GlobPattern.IsGlob(folder))
        {
            throw ConnectorException.Configuration("path", "The address has a wildcard in a folder's name.", "Wildcards may stand in the last part only.");
        }

        return new SftpAddress(address.Host, address.Port > 0 ? address.Port : DefaultPort, folder.Length == 0 ? "." : folder, whole[(slash + 1)..]);
    }
}
