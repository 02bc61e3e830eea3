namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Ways to log in to a mail server.</summary>
public enum ImapLoginMethod
{
    /// <summary>A token when there is one, else the password; the best way that the server offers.</summary>
    Auto = 0,

    /// <summary>User name and password, by <c>AUTHENTICATE PLAIN</c> or <c>LOGIN</c>.</summary>
    Password = 1,

    /// <summary>A token by Google's and Microsoft's <c>XOAUTH2</c>.</summary>
    XOAuth2 = 2,

    /// <summary>A token by the standard <c>OAUTHBEARER</c> (RFC 7628).</summary>
    OAuthBearer = 3,
}
