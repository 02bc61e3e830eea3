using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server;

/// <summary>A server without a key answers this machine only, and none answers others in clear text.</summary>
internal static class ListenRule
{
    internal static void Check(HubServerOptions options)
    {
        var beyond = options.Urls.FirstOrDefault(u => !u.IsLoopback);
        if (beyond is null)
        {
            return;
        }

        if (new ApiKeyFile(options.Folder.ApiKeysPath).List().Count == 0)
        {
            throw new AdminException(
                AdminFailure.WrongUse, $"The server may not listen on {beyond}: the data folder has no API key.", "a loopback address", "make a key with: hub init");
        }

        if (!string.Equals(beyond.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            throw new AdminException(
                AdminFailure.WrongUse,
                $"The server may not listen on {beyond}: keys and customers would travel in clear text.",
                "https, or a loopback address behind a proxy that speaks https",
                $"start with --urls {HubServerOptions.DefaultUrl}");
        }
    }
}
