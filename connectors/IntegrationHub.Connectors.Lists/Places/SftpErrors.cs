namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Says who must act, by the words of OpenSSH.</summary>
internal static class SftpErrors
{
    internal static ConnectorException Of(string words, SftpAddress address, ListFileSettings settings)
    {
        bool Says(string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);

        if (Says("host key verification failed") || Says("host key is known") || Says("identification has changed"))
        {
            return ConnectorException.Configuration(
                "knownHosts",
                $"{address.Host} shows a key that is not in '{settings.KnownHosts}'.",
                "Ask the server's owner for the key's fingerprint and write the key there only if it is the same.");
        }

        if (Says("bad permissions") || Says("unprotected private key") || Says("error in libcrypto") || Says("incorrect passphrase") || Says("invalid format"))
        {
            return ConnectorException.Configuration(
                "keyFile", $"The key in '{settings.KeyFile}' cannot be used.", "Give a private key without a passphrase that only the hub's user may read (chmod 600).");
        }

        // Both refusals say "permission denied"; that of the login names the methods.
        if (Says("permission denied (") || Says("too many authentication failures"))
        {
            return ConnectorException.Configuration(
                "keyFile", $"{address.Host} refused the login of '{settings.User}'.", "Have the public key of this key file allowed on the server, and check the user's name.");
        }

        if (Says("no such file") || Says("not found") || Says("permission denied"))
        {
            return ConnectorException.Configuration(
                "path", $"{address.Host} has no such folder or file, or '{settings.User}' may not read it.", "Check the path; it starts at the server's root, or in the user's home as /~/folder.");
        }

        return Says("could not resolve")
            ? ConnectorException.Configuration("path", $"The name {address.Host} is not known.", "Check the address.")
            : ConnectorException.Transient($"{address.Host} port {address.Port} was not reached, or the connection broke off.");
    }
}
