namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>What a server says when a folder is opened.</summary>
internal sealed class ImapSelected
{
    /// <summary>Gets or sets the number that changes when the UIDs of the folder no longer mean the same mails.</summary>
    internal uint UidValidity { get; set; }

    /// <summary>Gets or sets the UID that the next mail will get; 0 when the server does not say.</summary>
    internal uint UidNext { get; set; }

    /// <summary>Gets or sets the newest change of the folder; 0 when the server counts none.</summary>
    internal ulong ModSeq { get; set; }

    /// <summary>Gets or sets how many mails it has.</summary>
    internal ulong Exists { get; set; }

    /// <summary>Gets the UIDs that vanished since the point asked for.</summary>
    internal List<uint> Vanished { get; } = [];
}
