using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>What a connector offers is what it delivers, stream by stream.</summary>
internal sealed class CatalogCheck() : SourceCheck("catalog", "Each stream of the catalog can be read alone and its cursor is as announced.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var stream in plain.Streams)
        {
            if (string.IsNullOrWhiteSpace(stream.Summary) || stream.Name.Any(char.IsUpper))
            {
                throw Broken.Rule(
                    $"stream '{stream.Name}' with the summary '{stream.Summary}'",
                    $"a lower-case name and a summary",
                    "mend its StreamDescription.");
            }

            await AloneAsync(subject, plain, stream, cancellationToken).ConfigureAwait(false);
            CursorIsHonest(stream, plain.Read.Checkpoints.Where(c => c.Stream == stream.Name).ToList());
        }

        return Verdict.Passed($"{string.Join(", ", plain.Streams.Select(s => s.Name))}");
    }

    private static async Task AloneAsync(SourceSubject subject, PlainRead plain, StreamDescription stream, CancellationToken cancellationToken)
    {
        MessageCollector alone;
        try
        {
            alone = await subject.ReadAsync(subject.Full(stream.Name), cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException e)
        {
            throw Broken.Rule(
                $"stream '{stream.Name}' read alone: {SourceSubject.Describe(e)}",
                $"its records",
                "look at ReadRequest.Streams and yield messages of these streams only.");
        }

        var together = plain.Read.All.Where(m => m.Stream == stream.Name && m is not Checkpoint).Select(MessageText.Of);
        var single = alone.All.Where(m => m is not Checkpoint).Select(MessageText.Of);
        if (PlainRead.DifferenceOfSets(together, single) is { } difference)
        {
            throw Broken.Rule(
                $"stream '{stream.Name}' read with the others and then alone: {difference}",
                $"the same records",
                "let no stream depend on what another one has read.");
        }
    }

    private static void CursorIsHonest(StreamDescription stream, List<Checkpoint> checkpoints)
    {
        if (stream.Cursor == CursorKind.None)
        {
            Require(!checkpoints.Exists(c => c.Cursor is not null), stream, $"a checkpoint with a cursor", "announce CursorKind.Ordered or Unordered, or give no cursor.");
            return;
        }

        Require(
            checkpoints.Count > 0,
            stream, $"no checkpoint", "yield a Checkpoint before StreamCompleted; without one the next run reads everything again.");
        if (stream.Cursor == CursorKind.Ordered)
        {
            var cursors = checkpoints.Where(c => c.Cursor is not null).Select(c => c.Cursor!.Value).ToList();
            Require(
                cursors.Zip(cursors.Skip(1)).All(pair => pair.First <= pair.Second),
                stream, $"a cursor that goes back", "read oldest first, or announce CursorKind.Unordered.");
        }
    }

    private static void Require(bool holds, StreamDescription stream, FormattableString seen, string remedy)
    {
        if (!holds)
        {
            throw Broken.Rule($"stream '{stream.Name}', announced as {stream.Cursor}: {FormattableString.Invariant(seen)}", $"what was announced", remedy);
        }
    }
}
