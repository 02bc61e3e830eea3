namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>One rule for pull connectors and the way to try it.</summary>
internal abstract class SourceCheck(string id, string rule)
{
    internal ConformanceCheck Check { get; } = new(id, rule);

    /// <summary>Tries the rule.</summary>
    /// <exception cref="ConformanceException">The rule is broken.</exception>
    /// <exception cref="UnreadableException">The plain read of the world fails.</exception>
    internal abstract Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken);
}
