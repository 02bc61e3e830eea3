namespace IntegrationHub.Plugins.Inspection;

/// <summary>Where an assembly that a plugin refers to comes from.</summary>
internal enum AssemblyOrigin
{
    /// <summary>From the hub, whatever the version, because both sides exchange its types.</summary>
    Shared,

    /// <summary>From the plugin's folder, seen by this plugin only.</summary>
    Private,

    /// <summary>From .NET itself.</summary>
    Framework,

    /// <summary>From nowhere. An assembly that only the hub has counts as missing too.</summary>
    Missing,
}
