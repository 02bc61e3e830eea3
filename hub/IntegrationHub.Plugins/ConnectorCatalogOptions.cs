namespace IntegrationHub.Plugins;

/// <summary>How the catalog loads and unloads plugins.</summary>
public sealed class ConnectorCatalogOptions
{
    /// <summary>Gets the folder for markers of plugins that are being loaded, so that the next start knows which one
    /// took the process down. It is made when needed.</summary>
    /// <value>Defaults to <see langword="null"/>: no markers.</value>
    public string? StateDirectory { get; init; }

    /// <summary>Gets the folder of installed connectors. What lies in it is compared with its lock file before each use; what is not in
    /// the lock file is refused.</summary>
    /// <value>Defaults to <see langword="null"/>: nothing is compared.</value>
    public string? InstalledDirectory { get; init; }

    /// <summary>Gets how often in a row the process may die while a plugin is loaded before that plugin is set aside.</summary>
    /// <value>Defaults to 2: one death may be chance, such as an operator's kill. At least 1.</value>
    public int CrashesMax { get; init; } = 2;

    /// <summary>Gets how long loading, constructing and describing a connector may take together.</summary>
    /// <value>Defaults to ten seconds. More than zero.</value>
    public TimeSpan LoadDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how many garbage collections <see cref="ConnectorCatalog.UnloadAsync"/> waits before it calls a plugin leaked.</summary>
    /// <value>Defaults to 20. At least 1.</value>
    public int UnloadRoundsMax { get; init; } = 20;

    /// <summary>Gets the pause between two of those garbage collections.</summary>
    /// <value>Defaults to 25 milliseconds.</value>
    public TimeSpan UnloadPause { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Gets a value indicating whether the connectors that are part of the hub are offered beside those in folders.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool OffersBuiltIns { get; init; }

    /// <summary>Gets what decides where a plugin's code runs.</summary>
    /// <value>Defaults to <see cref="IsolationRule.Default"/>.</value>
    public IsolationRule Isolation { get; init; } = IsolationRule.Default;

    /// <summary>Gets how long calls may take and what a connector's process may use.</summary>
    public CallLimits Limits { get; init; } = new();

    /// <summary>Gets the clock.</summary>
    /// <value>Defaults to the system's.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
