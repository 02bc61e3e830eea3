namespace IntegrationHub.Connectors.Email.People;

/// <summary>Who of those that mails name becomes a person.</summary>
internal enum Admission
{
    /// <summary>Whom the business corresponds with, and strangers whose mail nothing speaks against.</summary>
    Personal,

    /// <summary>Only whom the business corresponds with.</summary>
    Answered,

    /// <summary>Everybody.</summary>
    Everyone,
}
