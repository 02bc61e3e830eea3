namespace IntegrationHub.Sync.Receiving;

/// <summary>What receiving never exceeds.</summary>
public static class ReceivingLimits
{
    /// <summary>The largest body of one request, as it comes over the wire.</summary>
    public const int BodyBytesMax = 1024 * 1024;

    /// <summary>The requests of one source that are under way at a time; more are turned away with 429.</summary>
    public const int CallsMax = 2_000;

    /// <summary>The bodies of one source that are held in memory at a time; more are turned away with 429.</summary>
    public const long PendingBytesMax = 64L * 1024 * 1024;

    /// <summary>How long a sender that was turned away is asked to wait.</summary>
    internal static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>How long the connector may take over one request before it is given up and opened anew. Longer than what a plugin's call
    /// is given, so that the failure which names the plugin comes first.</summary>
    internal static readonly TimeSpan ConnectorDeadline = TimeSpan.FromSeconds(45);

    /// <summary>How long a commit waits for a lease that another holds before its requests are answered 503.</summary>
    internal static readonly TimeSpan LeaseWait = TimeSpan.FromSeconds(5);

    /// <summary>How old what is known of a source's settings may be.</summary>
    internal static readonly TimeSpan SettingsAgeMax = TimeSpan.FromSeconds(1);

    /// <summary>How old what is known of the installed plugins may be.</summary>
    internal static readonly TimeSpan PluginAgeMax = TimeSpan.FromSeconds(10);

    /// <summary>How far the counts of a run may lag behind.</summary>
    internal static readonly TimeSpan CountsAgeMax = TimeSpan.FromSeconds(5);
}
