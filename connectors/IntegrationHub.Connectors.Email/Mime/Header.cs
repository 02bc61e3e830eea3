namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>One header field, unfolded, encoded words not yet decoded.</summary>
internal readonly record struct Header(string Name, string Value);
