namespace IntegrationHub.Cli.Hosting;

/// <summary>What a verb does with the data folder.</summary>
internal enum FolderUse
{
    /// <summary>Nothing, or it looks after the folder itself.</summary>
    None = 0,

    /// <summary>Reads; others may read and write beside it.</summary>
    Read = 1,

    /// <summary>Writes; takes the ownership of the folder.</summary>
    Write = 2,
}
