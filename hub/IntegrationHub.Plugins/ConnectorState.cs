namespace IntegrationHub.Plugins;

/// <summary>Where a connector stands in its life.</summary>
public enum ConnectorState
{
    /// <summary>Found and fit to run; not loaded yet.</summary>
    Discovered = 0,

    /// <summary>Cannot run in this hub; none of its code was run. The reasons say why.</summary>
    Incompatible = 1,

    /// <summary>Another folder offers the same id in a version that goes before this one.</summary>
    Superseded = 2,

    /// <summary>Failed when it was loaded and is set aside until its files change or the hub starts again.</summary>
    Quarantined = 3,

    /// <summary>Its code is being loaded at this moment.</summary>
    Loading = 4,

    /// <summary>Loaded and used by at least one run.</summary>
    Active = 5,

    /// <summary>No run uses it any more; its code has been told to go and is not yet known to be gone.</summary>
    Draining = 6,

    /// <summary>It was loaded before and its code is known to be gone; it can be opened again.</summary>
    Unloaded = 7,

    /// <summary>Its code should be gone but something in the plugin holds it; it can be opened again, at the price of more memory.</summary>
    Leaked = 8,
}
