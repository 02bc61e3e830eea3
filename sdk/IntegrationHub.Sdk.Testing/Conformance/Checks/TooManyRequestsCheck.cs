namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>A source that asks for an hour of peace gets it.</summary>
internal sealed class TooManyRequestsCheck()
    : SourceCheck("too-many-requests", "Status 429 with Retry-After is waited for, or passed on as Transient with that time.")
{
    private const string Remedy =
        "read Retry-After; wait that long on ConnectorContext.Clock or throw ConnectorException.Transient(message, retryAfter) (HubHttpClient does).";

    private static readonly TimeSpan Asked = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        if (plain.Requests == 0 || !subject.World.TryBreak(WorldFault.TooManyRequests, plain.Requests / 2))
        {
            return Verdict.NotApplicable("the connector asks no server that counts requests");
        }

        var (requests, passed) = (subject.World.Requests, subject.Clock.Passed);
        var failure = await FailureAsync(subject, plain, cancellationToken).ConfigureAwait(false);
        if (failure is not { Kind: FailureKind.Transient })
        {
            throw Broken.Rule(
                $"status 429 again and again: {(failure is null ? "the read succeeded" : SourceSubject.Describe(failure))}", $"a Transient failure", Remedy);
        }

        // The good requests before the first refusal and that one are free; each one more had an hour to wait.
        var repeated = subject.World.Requests - requests - (plain.Requests / 2) - 1;
        var waited = subject.Clock.Passed - passed;
        if (waited < (repeated * Asked) - Tolerance)
        {
            throw Broken.Rule(
                $"Retry-After: 3600, and {repeated} more requests in {waited.TotalSeconds:0} s", $"none before the hour is over", Remedy);
        }

        return failure.RetryAfter >= Asked - waited - Tolerance
            ? Verdict.Passed($"{repeated} repeated requests, {waited.TotalHours:0.#} hours waited")
            : throw Broken.Rule(
                $"Retry-After: 3600, and a failure with RetryAfter {failure.RetryAfter?.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "missing"}",
                $"that time passed on, so that the hub comes back then",
                Remedy);
    }

    private static async Task<ConnectorException?> FailureAsync(SourceSubject subject, PlainRead plain, CancellationToken cancellationToken)
    {
        try
        {
            await subject.ReadAsync(plain.Request, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ConnectorException e)
        {
            return e;
        }
#pragma warning disable CA1031 // The boundary to the connector: any other failure is the finding.
        catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw Broken.Rule($"status 429: {SourceSubject.Describe(e)}", $"a ConnectorException of kind Transient", Remedy);
        }
    }
}
