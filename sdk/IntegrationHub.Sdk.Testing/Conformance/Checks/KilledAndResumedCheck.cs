namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>A process may die at any time; see <see cref="ResumeCheck"/>.</summary>
internal sealed class KilledAndResumedCheck()
    : SourceCheck("killed-and-resumed", "A read that is killed anywhere and resumed from its last checkpoint gives the same set.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        var cuts = 0;
        foreach (var stream in plain.Streams)
        {
            var report = await RunAsync(subject, subject.Full(stream.Name), cancellationToken).ConfigureAwait(false);
            cuts += report.Cuts;
        }

        cuts += await IncrementalAsync(subject, plain, cancellationToken).ConfigureAwait(false);
        return Verdict.Passed($"{cuts} cuts");
    }

    private static async Task<int> IncrementalAsync(SourceSubject subject, PlainRead plain, CancellationToken cancellationToken)
    {
        var stream = plain.Streams.FirstOrDefault(s => s.Name == subject.World.PeopleStream && s.Cursor != CursorKind.None);
        var last = plain.Read.Checkpoints.LastOrDefault(c => c.Stream == stream?.Name);
        if (stream is null || last is null || !subject.World.AddPeople(IncrementalCheck.NewPeople()))
        {
            return 0;
        }

        var report = await RunAsync(subject, IncrementalCheck.After(subject, stream, last), cancellationToken).ConfigureAwait(false);
        return report.Cuts;
    }

    private static async Task<ResumeReport> RunAsync(SourceSubject subject, ReadRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var length = (await subject.ReadAsync(request, cancellationToken).ConfigureAwait(false)).All.Count;
            var every = Math.Max(1, (length + subject.Limits.CutsMax - 1) / subject.Limits.CutsMax);
            return await subject.WithinAsync(
                "a read, cut off and resumed,",
                token => ResumeCheck.RunAsync(
                    (wanted, max) => MessageCollector.TakeAsync(subject.MessagesAsync(wanted, subject.Settings, subject.Context(), token), max), request, every),
                cancellationToken,
                subject.Limits.CallWithin * 4).ConfigureAwait(false);
        }
        catch (ConformanceException e) when (!e.Message.StartsWith("seen:", StringComparison.Ordinal))
        {
            throw Broken.Rule(
                $"{e.Message.TrimEnd('.')}",
                $"the set of an uninterrupted read",
                "yield a Checkpoint only after every record that its state leaves behind, and read on from StreamRequest.State.");
        }
    }
}
