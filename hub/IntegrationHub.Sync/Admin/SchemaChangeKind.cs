namespace IntegrationHub.Sync.Admin;

/// <summary>What became of a setting or a stream from one version of a connector to the next.</summary>
public enum SchemaChangeKind
{
    /// <summary>Only the new version has it.</summary>
    Added = 0,

    /// <summary>Only the old version has it.</summary>
    Removed = 1,

    /// <summary>Both have it, not alike.</summary>
    Changed = 2,
}
