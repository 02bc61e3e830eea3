using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Conformance.Checks;

namespace IntegrationHub.Sdk.Testing.Conformance.Receiving;

/// <summary>Good requests, the first time and again: senders that get no answer send once more.</summary>
internal static class AcceptanceCheck
{
    internal static async Task<Verdict> AcceptsAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var request in subject.World.Requests)
        {
            var result = await subject.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
            var records = result.Messages.Count(m => m is not RejectedRecord);
            if (result.StatusCode is < 200 or > 299 || records == 0)
            {
                throw Broken.Rule(
                    $"{ReceiverSubject.NameOf(request)} answered {result.StatusCode} with {records} records",
                    $"status 200 to 299 and at least one",
                    "mend the connector, or the requests of its world when they are not good.");
            }

            KeysCheck.Run(result.Messages, mayRepeat: true);
            count += records;
        }

        return Verdict.Passed($"{subject.World.Requests.Count} requests, {count} records");
    }

    internal static async Task<Verdict> RedeliveryAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        foreach (var request in subject.World.Requests)
        {
            var first = await subject.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
            var same = await subject.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
            var later = await subject.ReceiveAsync(
                ReceiverSubject.With(request, receivedAt: request.ReceivedAt.AddHours(1)), cancellationToken).ConfigureAwait(false);
            if (ReceiverSubject.TextOf(first) != ReceiverSubject.TextOf(same) || !Keys(first).SequenceEqual(Keys(later), StringComparer.Ordinal))
            {
                throw Broken.Rule(
                    $"{ReceiverSubject.NameOf(request)} sent twice gave other records",
                    $"the same records, and the same keys also an hour later",
                    "make keys of the sender's own ids, or of the contents where it gives none; never of chance, a counter or the time of arrival.");
            }
        }

        return Verdict.Passed($"{subject.World.Requests.Count} requests");
    }

    private static IEnumerable<string> Keys(ReceivedResult result) => result.Messages
        .Where(m => m is PersonRecord or InteractionRecord or DeletedRecord)
        .Select(MessageText.IdentityOf);
}
