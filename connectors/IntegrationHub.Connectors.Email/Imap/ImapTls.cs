using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Puts TLS on a connection. There is no way to switch the check of the certificate off.</summary>
internal static class ImapTls
{
    internal static async Task<Stream> StartAsync(Stream plain, ImapEndpoint endpoint, CancellationToken cancellationToken)
    {
        var tls = new SslStream(plain, leaveInnerStreamOpen: false);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(endpoint.Timeout);
        try
        {
            var options = new SslClientAuthenticationOptions { TargetHost = endpoint.Host, CertificateChainPolicy = Policy(endpoint) };
            await tls.AuthenticateAsClientAsync(options, deadline.Token).ConfigureAwait(false);
            return tls;
        }
        catch (Exception e)
        {
            await tls.DisposeAsync().ConfigureAwait(false);
            if (e is AuthenticationException)
            {
                throw ConnectorException.Configuration(
                    "certificateAuthority",
                    $"The certificate of {endpoint.Name} is not trusted, has ended, or is made out to another name.",
                    "Check 'host'; for a server with a private authority set 'certificateAuthority' to its PEM file.",
                    e);
            }

            if (e is IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                throw ConnectorException.Transient($"{endpoint.Name} did not answer as a TLS server; is 'security' right for this port?", innerException: e);
            }

            throw;
        }
    }

    private static X509ChainPolicy? Policy(ImapEndpoint endpoint)
    {
        if (endpoint.AuthorityFile is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(endpoint.AuthorityFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unusable(endpoint.AuthorityFile, e);
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw Unusable(endpoint.AuthorityFile, null);
    }

    private static ConnectorException Unusable(string file, Exception? cause) => ConnectorException.Configuration(
        "certificateAuthority", $"'{file}' cannot be read as certificates.", "Give the path of a PEM file with the authority's certificate.", cause);
}
