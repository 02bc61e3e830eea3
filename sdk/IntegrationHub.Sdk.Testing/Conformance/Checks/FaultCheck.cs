namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>The source fails for good, at the first, a middle and the last request: the connector must say so, in the right kind.</summary>
internal sealed class FaultCheck(string id, string rule, string remedy, FailureKind[] kinds, params WorldFault[] faults) : SourceCheck(id, rule)
{
    private static readonly FailureKind[] Later = [FailureKind.Transient];
    private static readonly FailureKind[] Any = [FailureKind.Transient, FailureKind.Configuration, FailureKind.Defect];

    internal static FaultCheck ServerErrors { get; } = new(
        "server-errors",
        "A server error that lasts is a Transient failure, never an empty or a short read.",
        "map status 500 and above to ConnectorException.Transient (HubHttpClient does), and swallow no failed request.",
        Later,
        WorldFault.ServerError);

    internal static FaultCheck LostLogin { get; } = new(
        "lost-login",
        "A login that is refused in the middle of a read is a Configuration failure.",
        "map status 401 to ConnectorException.Configuration with the name of the secret (HubHttpClient does).",
        [FailureKind.Configuration],
        WorldFault.Unauthorized);

    internal static FaultCheck TimeOuts { get; } = new(
        "time-outs",
        "A source that does not answer is a Transient failure after a bounded wait.",
        "give every request a time-out on ConnectorContext.Clock, and map it and a cut connection to ConnectorException.Transient (HubHttpClient does both).",
        Later,
        WorldFault.Silence,
        WorldFault.Cut);

    internal static FaultCheck Garbage { get; } = new(
        "garbage",
        "An answer that is no document is a failure that says so, never a success.",
        "read answers strictly and turn parse errors into a ConnectorException without the answer's text (HubHttpClient does).",
        Any,
        WorldFault.Garbage,
        WorldFault.HtmlPage);

    internal static FaultCheck BrokenOff { get; } = new(
        "truncated",
        "An answer that breaks off is a failure, never a short page.",
        "use no record of an answer that was not read to its end.",
        Any,
        WorldFault.HalfDocument,
        WorldFault.CutMidway);

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        if (plain.Requests == 0)
        {
            return Verdict.NotApplicable("the connector reads without asking a server that the world could break");
        }

        var cases = 0;
        foreach (var fault in faults)
        {
            foreach (var after in new[] { 0, plain.Requests / 2, plain.Requests - 1 }.Distinct())
            {
                if (!subject.World.TryBreak(fault, after))
                {
                    continue;
                }

                var failure = await FailAsync(subject, plain, $"{fault} from request {after + 1} of {plain.Requests} on", cancellationToken).ConfigureAwait(false);
                RequireKind(failure, $"{fault} from request {after + 1} of {plain.Requests} on");
                cases++;
            }
        }

        return cases > 0 ? Verdict.Passed($"{cases} cases") : Verdict.NotApplicable("the world cannot fail in this way (TryBreak)");
    }

    private async Task<Exception> FailAsync(SourceSubject subject, PlainRead plain, string when, CancellationToken cancellationToken)
    {
        MessageCollector read;
        try
        {
            read = await subject.ReadAsync(plain.Request, cancellationToken).ConfigureAwait(false);
        }
        catch (ConformanceException e)
        {
            throw Broken.Rule($"{when}: {e.Message}", $"a failure after a bounded time", remedy);
        }
#pragma warning disable CA1031 // The boundary to the connector: its failure is what is looked at.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return e;
        }

        throw Broken.Rule(
            $"{when}: the read {(read.Resume(plain.Request) is null ? "completed every stream" : "ended without a word")}",
            $"a ConnectorException ({string.Join(" or ", kinds)})",
            remedy);
    }

    private void RequireKind(Exception failure, string when)
    {
        if (failure is not ConnectorException { Kind: var kind } || !kinds.Contains(kind))
        {
            throw Broken.Rule($"{when}: {SourceSubject.Describe(failure)}", $"a ConnectorException of kind {string.Join(" or ", kinds)}", remedy);
        }
    }
}
