namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>The lines that look like a signature.</summary>
/// <param name="Lines">The lines, without empty ones.</param>
/// <param name="IsCertain">Whether a separator, a closing word or the writer's name starts it; otherwise these are just
/// the last lines of the mail.</param>
internal readonly record struct SignatureBlock(IReadOnlyList<string> Lines, bool IsCertain);
