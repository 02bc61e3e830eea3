namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>What a person says about themselves at the foot of a mail.</summary>
internal sealed class MailFoot
{
    internal List<FoundValue> Phones { get; } = [];

    internal FoundValue? Name { get; set; }

    internal FoundValue? JobTitle { get; set; }

    internal FoundValue? Organization { get; set; }

    internal FoundValue? Url { get; set; }

    /// <summary>Gets or sets the postal address, its lines joined by commas.</summary>
    internal FoundValue? Address { get; set; }
}
