namespace IntegrationHub.Sync.Gate.Phone;

/// <summary>How sure it is that digits are a number of a region.</summary>
internal enum PhoneValidity
{
    /// <summary>They are not.</summary>
    None = 0,

    /// <summary>Length and first digits fit.</summary>
    General = 1,

    /// <summary>They lie in a range that is handed out.</summary>
    Strict = 2,
}
