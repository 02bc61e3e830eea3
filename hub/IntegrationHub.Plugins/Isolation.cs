namespace IntegrationHub.Plugins;

/// <summary>Where a connector's code runs.</summary>
public enum Isolation
{
    /// <summary>In the hub's own process: fastest, and able to take the hub down.</summary>
    InProcess = 0,

    /// <summary>In a child process, which may crash, hang or use up its memory without harm to the hub.</summary>
    Process = 1,
}
