namespace IntegrationHub.Sdk.Testing.Conformance.Receiving;

/// <summary>One rule for push connectors and the way to try it.</summary>
internal sealed class ReceiverCheck(string id, string rule, Func<ReceiverSubject, CancellationToken, Task<Verdict>> run)
{
    internal ConformanceCheck Check { get; } = new(id, rule);

    /// <summary>Tries the rule.</summary>
    /// <exception cref="ConformanceException">The rule is broken.</exception>
    internal Task<Verdict> RunAsync(ReceiverSubject subject, CancellationToken cancellationToken) => run(subject, cancellationToken);
}
