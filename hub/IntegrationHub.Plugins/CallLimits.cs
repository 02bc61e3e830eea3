namespace IntegrationHub.Plugins;

/// <summary>How long a connector's calls may take and what its process may use. Whatever goes past a limit fails by name: in a child
/// process the process is killed, in the hub's own the call is left behind.</summary>
public sealed class CallLimits
{
    /// <summary>Gets how long a check may take.</summary>
    /// <value>Defaults to 30 seconds.</value>
    public TimeSpan Check { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long listing the streams may take.</summary>
    /// <value>Defaults to two minutes.</value>
    public TimeSpan Discover { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets how long turning one received request into records may take.</summary>
    /// <value>Defaults to 30 seconds.</value>
    public TimeSpan Receive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long a reading connector may go without a message; in a child process a log line counts too. Time in which the hub itself
    /// does not ask for the next message does not count.</summary>
    /// <value>Defaults to 15 minutes: longer than the pauses that busy systems ask for.</value>
    public TimeSpan Progress { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets how long a call may go on once it was cancelled, and a process once it was asked to end.</summary>
    /// <value>Defaults to five seconds.</value>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how much managed memory a connector's process may use, in bytes.</summary>
    /// <value>Defaults to 512 MiB.</value>
    public long ProcessMemoryBytesMax { get; init; } = 512L * 1024 * 1024;
}
