namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>Sources have bugs too: some give the same page for ever.</summary>
internal sealed class PagingLoopCheck() : SourceCheck("paging-loop", "A list that gives the same page for ever ends with a failure.")
{
    private const string Remedy = "remember the cursor, link or records of the page before and throw ConnectorException.Defect when they come again (Paging does).";

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        if (plain.Requests == 0)
        {
            return Verdict.NotApplicable("the connector reads without asking a server that the world could break");
        }

        var loops = 0;
        foreach (var stream in plain.Streams)
        {
            // Only a stream that asks twice for the same path has pages at all.
            var before = subject.World.RequestAddresses.Count;
            await subject.ReadAsync(subject.Full(stream.Name), cancellationToken).ConfigureAwait(false);
            var paths = subject.World.RequestAddresses.Skip(before).Select(a => a.Split('?')[0]).ToList();
            if (paths.Distinct(StringComparer.Ordinal).Count() == paths.Count || !subject.World.TryBreak(WorldFault.PagingLoop, 0))
            {
                continue;
            }

            await EndsBadlyAsync(subject, stream.Name, cancellationToken).ConfigureAwait(false);
            loops++;

            // The next stream's length is measured in a healthy world.
            subject.World.TryBreak(WorldFault.ServerError, int.MaxValue / 2);
        }

        return loops > 0 ? Verdict.Passed($"{loops} streams") : Verdict.NotApplicable("no stream of the world has a second page; let the connector take smaller ones");
    }

    private static async Task EndsBadlyAsync(SourceSubject subject, string stream, CancellationToken cancellationToken)
    {
        string seen;
        try
        {
            await subject.ReadAsync(subject.Full(stream), cancellationToken).ConfigureAwait(false);
            seen = "the read succeeded";
        }
        catch (ConnectorException)
        {
            return;
        }
        catch (ConformanceException e)
        {
            seen = e.Message;
        }
#pragma warning disable CA1031 // The boundary to the connector: any other failure is the finding.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            seen = SourceSubject.Describe(e);
        }

        throw Broken.Rule($"stream '{stream}', the same page for ever: {seen}", $"a ConnectorException after a few pages", Remedy);
    }
}
