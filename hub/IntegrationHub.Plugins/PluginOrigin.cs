namespace IntegrationHub.Plugins;

/// <summary>How a plugin came to be where it was found.</summary>
public enum PluginOrigin
{
    /// <summary>It lies in a folder that the admin named, such as one in <c>HUB_CONNECTORS</c>.</summary>
    Found = 0,

    /// <summary>It came with the hub.</summary>
    Shipped = 1,

    /// <summary>It lies in the folder of installed connectors; its files are compared with the lock file before each use.</summary>
    Installed = 2,
}
