namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>What changes from read to read without the source having changed makes every run look full of news.</summary>
internal sealed class DeterminismCheck() : SourceCheck("deterministic", "Reading twice gives the same messages in the same order.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        var again = await subject.ReadAsync(plain.Request, cancellationToken).ConfigureAwait(false);
        return PlainRead.Difference(PlainRead.TextsOf(plain.Read), PlainRead.TextsOf(again)) is { } difference
            ? throw Broken.Rule(
                $"{difference}",
                $"the same both times",
                "sort what has no order of its own, and put no time, chance or counter into records and states.")
            : Verdict.Passed($"{again.All.Count} messages");
    }
}
