using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>The plain case, which all others build on.</summary>
internal sealed class ReadCompletesCheck() : SourceCheck("read-completes", "A full read hands over what is there and completes every stream.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        PlainRead plain;
        try
        {
            plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (UnreadableException e)
        {
            throw Broken.Rule(
                $"{e.Message}",
                $"every stream read to its StreamCompleted",
                "yield StreamCompleted for a stream once everything asked for was yielded, and fail with a ConnectorException when it cannot be.");
        }

        foreach (var stream in plain.Streams)
        {
            if (!plain.Read.All.Any(m => m.Stream == stream.Name && m is not (Checkpoint or StreamCompleted)))
            {
                throw Broken.Rule(
                    $"stream '{stream.Name}' was completed without a record",
                    $"the records of the world",
                    "read before you yield StreamCompleted; or put at least three records of this stream into the world.");
            }
        }

        return Verdict.Passed($"{plain.Streams.Count} streams, {plain.Read.All.Count} messages");
    }
}
