namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>One audience; Mailchimp's API calls it a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">How many members it has, archived and cleaned ones left out.</param>
internal sealed record Audience(string Id, string Name, long Members);
