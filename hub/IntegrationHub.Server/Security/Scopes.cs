namespace IntegrationHub.Server.Security;

/// <summary>What a key may allow.</summary>
internal static class Scopes
{
    /// <summary>Read customers and the change feed.</summary>
    internal const string Read = "read";

    /// <summary>Change sources, schedules and decisions.</summary>
    internal const string Admin = "admin";

    /// <summary>Run command lines; only the token in the data folder has it.</summary>
    internal const string Local = "local";
}
