namespace IntegrationHub.Sdk.Messages;

/// <summary>What a person chose.</summary>
public enum ConsentStatus
{
    /// <summary>Said yes.</summary>
    Granted = 0,

    /// <summary>Said no when asked.</summary>
    Denied = 1,

    /// <summary>Took back an earlier yes.</summary>
    Withdrawn = 2,
}
