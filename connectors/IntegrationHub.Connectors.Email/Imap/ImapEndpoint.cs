namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Where the mail server is and how to reach it.</summary>
/// <param name="Host">Its name; the certificate must be made out to it.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is kept private.</param>
/// <param name="AuthorityFile">A PEM file with the only authorities to trust; <see langword="null"/> for the system's.</param>
/// <param name="Timeout">How long the server may stay silent.</param>
internal sealed record ImapEndpoint(string Host, int Port, ImapSecurity Security, string? AuthorityFile, TimeSpan Timeout)
{
    internal string Name => $"{Host}:{Port}";
}
