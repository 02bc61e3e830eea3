namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>How to log in.</summary>
/// <param name="Method">The way.</param>
/// <param name="UserName">The user.</param>
/// <param name="Credential">The password or token in clear.</param>
/// <param name="Setting">The setting that the credential comes from, for failures.</param>
internal sealed record ImapLogin(ImapLoginMethod Method, string UserName, string Credential, string Setting)
{
    /// <summary>Hides the credential.</summary>
    public override string ToString() => $"{Method} of {UserName}";
}
