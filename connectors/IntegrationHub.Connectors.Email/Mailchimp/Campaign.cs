namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>One campaign that was sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AudienceId">Whom it was sent to.</param>
/// <param name="Title">Its subject, else its name.</param>
/// <param name="SentAt">When sending began.</param>
internal sealed record Campaign(string Id, string? AudienceId, string? Title, DateTimeOffset SentAt);
