namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>The lines that look like a signature.</summary>
/// <param name="Lines">The lines, without empty ones.</param>
/// <param name="IsCertain">Whether a separator, a closing word or the writer's name starts it; otherwise these are just
/// the last lines of the mail.</param>
/// <param name="OwnFrom">From which line on everything is the writer's own: the one with their name; 0 below a separator;
/// beyond the last where no name stands.</param>
internal readonly record struct SignatureBlock(IReadOnlyList<string> Lines, bool IsCertain, int OwnFrom);
