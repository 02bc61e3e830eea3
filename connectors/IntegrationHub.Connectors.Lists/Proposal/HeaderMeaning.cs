namespace IntegrationHub.Connectors.Lists.Proposal;

/// <summary>What a header seems to mean.</summary>
/// <param name="Field">A field, a question of <see cref="HeaderPhrases"/>, or <see langword="null"/> for nothing known.</param>
/// <param name="Place">What tells apart several addresses: <c>home</c>, <c>billing</c>, <c>2</c>, or nothing.</param>
internal readonly record struct HeaderMeaning(string? Field, string Place);
