namespace IntegrationHub.Sync.Admin;

/// <summary>Sorts what an admin service refuses or fails at, so that each front end can answer in its own way.</summary>
public enum AdminFailure
{
    /// <summary>What was asked for cannot be done as asked; the asker must change the request.</summary>
    WrongUse = 0,

    /// <summary>The request names something that is not there.</summary>
    NotFound = 1,

    /// <summary>Something in the way must go first: a name that is taken, a folder in use.</summary>
    Conflict = 2,

    /// <summary>The request was right but the work failed.</summary>
    Failed = 3,
}
