namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>What a pass came across, for the log.</summary>
internal sealed class PassCounts
{
    internal long Mails { get; set; }

    internal long Bulk { get; set; }

    /// <summary>Gets or sets how many mails were taken for unasked advertising.</summary>
    internal long Spam { get; set; }

    internal long People { get; set; }

    /// <summary>Gets or sets how many addresses became no people, because nothing tells them from strangers who write to anybody.</summary>
    internal long HeldBack { get; set; }

    internal long Bounces { get; set; }

    /// <summary>Gets or sets how many mails that were read before are gone from their folder.</summary>
    internal long Vanished { get; set; }

    internal long Rejected { get; set; }

    /// <summary>Gets or sets how many texts took too long to search for a signature.</summary>
    internal long UnreadFeet { get; set; }
}
