namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>An admin presses "check" first of all.</summary>
internal sealed class CheckGoodCheck() : SourceCheck("check-good", "A check with good settings succeeds and says what it found.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        CheckResult result;
        try
        {
            result = await subject.CheckAsync(subject.Settings, subject.Context(), cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The boundary to the connector: its failure is the finding.
        catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw Broken.Rule(
                $"{SourceSubject.Describe(e)}",
                $"a CheckResult",
                "mend the connector, or the settings and the data of its world when they are not good.");
        }

        return string.IsNullOrWhiteSpace(result.Message)
            ? throw Broken.Rule($"an empty message", $"one sentence for the admin", "say in CheckResult.Message what can be read now.")
            : Verdict.Passed($"it said: {result.Message}");
    }
}
