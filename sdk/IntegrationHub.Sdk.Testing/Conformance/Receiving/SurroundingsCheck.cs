using System.Globalization;

namespace IntegrationHub.Sdk.Testing.Conformance.Receiving;

/// <summary>Where and beside what a request is received makes no difference.</summary>
internal static class SurroundingsCheck
{
    private const int AtOnce = 8;

    internal static async Task<Verdict> RunAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        foreach (var request in subject.World.Requests)
        {
            var usual = ReceiverSubject.TextOf(await subject.ReceiveAsync(request, cancellationToken).ConfigureAwait(false));
            foreach (var (culture, skew) in new[] { ("de-DE", -1), ("tr-TR", 1), ("ar-SA", 0) })
            {
                var result = await Deadline.WithinAsync(
                    "receive", token => ReceiveAsync(subject, request, culture, TimeSpan.FromDays(skew), token), subject.World.Limits.CallWithin, cancellationToken)
                    .ConfigureAwait(false);
                if (result != usual)
                {
                    throw Broken.Rule(
                        $"{ReceiverSubject.NameOf(request)} under the culture {culture} and a clock {skew} days off gave something else",
                        $"the same as ever",
                        "use CultureInfo.InvariantCulture, and ReceivedRequest.ReceivedAt in place of a clock.");
                }
            }
        }

        return Verdict.Passed($"{subject.World.Requests.Count} requests");
    }

    internal static async Task<Verdict> ManyAtOnceAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        var requests = subject.World.Requests;
        var alone = new List<string>();
        foreach (var request in requests)
        {
            alone.Add(ReceiverSubject.TextOf(await subject.ReceiveAsync(request, cancellationToken).ConfigureAwait(false)));
        }

        var together = await Task.WhenAll(Enumerable.Range(0, AtOnce * requests.Count).Select(async i =>
            ReceiverSubject.TextOf(await subject.ReceiveAsync(requests[i % requests.Count], cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
        for (var i = 0; i < together.Length; i++)
        {
            if (together[i] != alone[i % requests.Count])
            {
                throw Broken.Rule(
                    $"{ReceiverSubject.NameOf(requests[i % requests.Count])} beside other requests gave something else than alone",
                    $"the same",
                    "keep what belongs to a request in local variables, never in static fields.");
            }
        }

        return Verdict.Passed($"{together.Length} requests");
    }

    private static async Task<string> ReceiveAsync(ReceiverSubject subject, ReceivedRequest request, string culture, TimeSpan skew, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var context = subject.Context(new ManualClock(subject.World.Now + skew));
        return ReceiverSubject.TextOf(await subject.World.ReceiveAsync(subject.Settings, request, context, cancellationToken).ConfigureAwait(false));
    }
}
