using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>Two sources of one kind may be read at the same time, in one process.</summary>
internal sealed class TwoAtOnceCheck() : SourceCheck("two-at-once", "Two runs at once do not see one another.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        List<string>[] both;
        try
        {
            both = await subject.WithinAsync("two reads at once", token => BothAsync(subject, plain.Request, token), cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The boundary to the connector: its failure is the finding.
        catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw Wrong(SourceSubject.Describe(e));
        }

        var alone = plain.Read.All.Where(m => m is not Checkpoint).Select(MessageText.Of).ToList();
        foreach (var texts in both)
        {
            if (PlainRead.DifferenceOfSets(alone, texts) is { } difference)
            {
                throw Wrong($"alone and then beside another run {difference}");
            }
        }

        return Verdict.Passed($"{alone.Count} records each");
    }

    // Turn by turn, and the second one starts in the middle of the first.
    private static async Task<List<string>[]> BothAsync(SourceSubject subject, ReadRequest request, CancellationToken cancellationToken)
    {
        var first = ReadAsync(subject, request, cancellationToken);
        await using var _ = first.ConfigureAwait(false);
        var second = ReadAsync(subject, request, cancellationToken);
        await using var __ = second.ConfigureAwait(false);
        var (firstTexts, secondTexts) = (new List<string>(), new List<string>());

        await StepAsync(first, firstTexts).ConfigureAwait(false);
        await StepAsync(first, firstTexts).ConfigureAwait(false);
        var (firstGoesOn, secondGoesOn) = (true, true);
        while (firstGoesOn || secondGoesOn)
        {
            secondGoesOn = secondGoesOn && await StepAsync(second, secondTexts).ConfigureAwait(false);
            firstGoesOn = firstGoesOn && await StepAsync(first, firstTexts).ConfigureAwait(false);
        }

        return [firstTexts, secondTexts];
    }

    private static IAsyncEnumerator<Message> ReadAsync(SourceSubject subject, ReadRequest request, CancellationToken cancellationToken) =>
        subject.MessagesAsync(request, subject.Settings, subject.Context(), cancellationToken).GetAsyncEnumerator(cancellationToken);

    private static async Task<bool> StepAsync(IAsyncEnumerator<Message> run, List<string> texts)
    {
        if (!await run.MoveNextAsync().ConfigureAwait(false))
        {
            return false;
        }

        if (run.Current is not Checkpoint)
        {
            texts.Add(MessageText.Of(run.Current));
        }

        return true;
    }

    private static ConformanceException Wrong(string seen) => Broken.Rule(
        $"{seen}", $"each the same as alone", "keep the progress of a run in local variables or in an object made for the run, never in static fields.");
}
