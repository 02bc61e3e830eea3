namespace IntegrationHub.Connectors.Email.People;

/// <summary>What one mail shows of those who correspond in it with the business.</summary>
internal enum ContactEvidence
{
    /// <summary>Nothing that tells them from strangers who write to anybody.</summary>
    None,

    /// <summary>A person seems to have written it to this business.</summary>
    Personal,

    /// <summary>The business takes part: it wrote, it answered, or it is being answered.</summary>
    Proof,
}
