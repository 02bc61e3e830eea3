namespace IntegrationHub.Sync.Gate;

/// <summary>What a mail provider ignores when it delivers.</summary>
/// <param name="IgnoresPlusTags">A plus and what follows it.</param>
/// <param name="IgnoresDots">Dots before the at sign.</param>
/// <param name="Domain">The domain that stands for all of its domains; <see langword="null"/> when each is its own.</param>
internal sealed record MailProvider(bool IgnoresPlusTags, bool IgnoresDots, string? Domain);
