namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>How the connection to a mail server is kept private.</summary>
public enum ImapSecurity
{
    /// <summary>TLS from the first byte, usually port 993.</summary>
    Tls = 0,

    /// <summary>Plain at first, then TLS by <c>STARTTLS</c>, usually port 143. Nothing is sent before.</summary>
    StartTls = 1,

    /// <summary>No encryption.</summary>
    None = 2,
}
