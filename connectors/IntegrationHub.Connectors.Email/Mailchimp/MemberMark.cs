namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>A place in the list of an audience's members, the oldest change first.</summary>
/// <param name="From">Members changed then or later; <see langword="null"/> for all.</param>
/// <param name="Offset">How many of those to leave out.</param>
internal sealed record MemberMark(DateTimeOffset? From, long Offset);
