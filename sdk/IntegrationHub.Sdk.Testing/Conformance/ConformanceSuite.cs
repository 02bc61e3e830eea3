using IntegrationHub.Sdk.Testing.Conformance.Checks;
using IntegrationHub.Sdk.Testing.Conformance.Receiving;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>Every rule that a connector keeps, and the way to try them on one.</summary>
public static class ConformanceSuite
{
    private static readonly IReadOnlyList<SourceCheck> Source =
    [
        // First: what a connector has changed once, it cannot be seen to change again.
        new ProcessUntouchedCheck(),
        new DescriptionCheck(),
        new ConstructionCheck(),
        new MissingSettingsCheck(),
        new CheckGoodCheck(),
        new CheckBadCheck(),
        new ReadCompletesCheck(),
        new CatalogCheck(),
        new KeysCheck(),
        new DeterminismCheck(),
        new KilledAndResumedCheck(),
        new ReplayCheck(),
        new IncrementalCheck(),
        new SecretsCheck(),
        new CancellationCheck(),
        new TooManyRequestsCheck(),
        FaultCheck.ServerErrors,
        FaultCheck.LostLogin,
        FaultCheck.TimeOuts,
        FaultCheck.Garbage,
        FaultCheck.BrokenOff,
        new PagingLoopCheck(),
        new ClockCheck(),
        new CultureCheck(),
        new HostileTextCheck(),
        new FlatMemoryCheck(),
        new TwoAtOnceCheck(),
    ];

    /// <summary>Gets the checks of pull connectors, in the order in which it helps to mend them.</summary>
    public static IReadOnlyList<ConformanceCheck> SourceChecks { get; } = [.. Source.Select(c => c.Check)];

    /// <summary>Gets the checks of push connectors, in the order in which it helps to mend them.</summary>
    public static IReadOnlyList<ConformanceCheck> ReceiverChecks { get; } = [.. Receiving.ReceiverChecks.All.Select(c => c.Check)];

    /// <summary>Tries one rule on a pull connector.</summary>
    /// <param name="check">The check's id.</param>
    /// <param name="world">The connector's world, not yet started; it is disposed of at the end.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was found. A connector that breaks the rule is an outcome, not an exception.</returns>
    public static async Task<ConformanceOutcome> RunAsync(string check, SourceWorld world, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var found = Source.FirstOrDefault(c => string.Equals(c.Check.Id, check, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no check '{check}'; see ConformanceSuite.SourceChecks.", nameof(check));

        await using var _ = world.ConfigureAwait(false);
        return await OutcomeAsync(found.Check, () => RunAsync(found, world, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tries one rule on a push connector.</summary>
    /// <param name="check">The check's id.</param>
    /// <param name="world">The connector's world.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was found. A connector that breaks the rule is an outcome, not an exception.</returns>
    public static async Task<ConformanceOutcome> RunAsync(string check, ReceiverWorld world, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var found = Receiving.ReceiverChecks.All.FirstOrDefault(c => string.Equals(c.Check.Id, check, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no check '{check}'; see ConformanceSuite.ReceiverChecks.", nameof(check));

        return await OutcomeAsync(found.Check, () => found.RunAsync(new ReceiverSubject(world), cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Verdict> RunAsync(SourceCheck check, SourceWorld world, CancellationToken cancellationToken)
    {
        var subject = await SourceSubject.StartAsync(world, cancellationToken).ConfigureAwait(false);
        await using var _ = subject.ConfigureAwait(false);
        return await check.RunAsync(subject, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ConformanceOutcome> OutcomeAsync(ConformanceCheck check, Func<Task<Verdict>> run, CancellationToken cancellationToken)
    {
        try
        {
            var verdict = await run().ConfigureAwait(false);
            return new ConformanceOutcome(check, verdict.Result, verdict.Message);
        }
        catch (UnreadableException e)
        {
            return new ConformanceOutcome(
                check, ConformanceResult.NotApplicable, $"a plain read of the world fails ({e.Message}); mend the check 'read-completes' first");
        }
        catch (ConformanceException e)
        {
            return new ConformanceOutcome(check, ConformanceResult.Failed, e.Message);
        }
#pragma warning disable CA1031 // The boundary to the connector: what no check foresaw is a finding too.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var broken = Broken.Rule(
                $"{SourceSubject.Describe(e)}", $"no failure", "mend the cause, or throw a ConnectorException that says who must act.");
            return new ConformanceOutcome(check, ConformanceResult.Failed, broken.Message);
        }
    }
}
