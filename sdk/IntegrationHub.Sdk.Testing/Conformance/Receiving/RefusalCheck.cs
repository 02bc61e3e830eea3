using System.Text;

namespace IntegrationHub.Sdk.Testing.Conformance.Receiving;

/// <summary>Anybody can send anything to a receiver.</summary>
internal static class RefusalCheck
{
    private const string Remedy = "parse strictly and answer ReceivedResult.Refused, or a status of your own, for what is not understood or not allowed.";

    internal static async Task<Verdict> ForgedAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        var forged = subject.World.ForgedRequests;
        foreach (var request in forged)
        {
            await RefusedAsync(subject, request, "not allowed", cancellationToken).ConfigureAwait(false);
        }

        return forged.Count > 0 ? Verdict.Passed($"{forged.Count} requests") : Verdict.NotApplicable("the world has no forged requests (ForgedRequests)");
    }

    internal static async Task<Verdict> GarbageAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        var cases = 0;
        foreach (var request in subject.World.Requests)
        {
            await RefusedAsync(subject, ReceiverSubject.With(request, path: "/conformance/nowhere"), "to a path that is none", cancellationToken).ConfigureAwait(false);
            await RefusedAsync(subject, ReceiverSubject.With(request, method: "DELETE"), "with a method that is none", cancellationToken).ConfigureAwait(false);
            cases += 2;
            if (request.Body.Length == 0)
            {
                continue;
            }

            await RefusedAsync(subject, ReceiverSubject.With(request, body: "\u0001%PDF- ]}[ <x"u8.ToArray()), "with a body of garbage", cancellationToken).ConfigureAwait(false);
            foreach (var length in new[] { request.Body.Length / 2, request.Body.Length - 1 })
            {
                // Half a form may be a form; half a document is none, and which it is the connector knows.
                await AnsweredAsync(subject, ReceiverSubject.With(request, body: request.Body[..length]), "with a body that breaks off", cancellationToken)
                    .ConfigureAwait(false);
            }

            cases += 3;
        }

        var deep = ReceiverSubject.With(subject.World.Requests[0], body: Encoding.UTF8.GetBytes(new string('[', 100_000)));
        await RefusedAsync(subject, deep, "with 100,000 brackets", cancellationToken).ConfigureAwait(false);
        return Verdict.Passed($"{cases + 1} requests");
    }

    private static async Task RefusedAsync(ReceiverSubject subject, ReceivedRequest request, string what, CancellationToken cancellationToken)
    {
        if (await AnsweredAsync(subject, request, what, cancellationToken).ConfigureAwait(false) is { } result
            && (result.StatusCode is < 400 or > 499 || result.Messages.Count > 0))
        {
            throw Broken.Rule(
                $"{ReceiverSubject.NameOf(request)} {what}: status {result.StatusCode} and {result.Messages.Count} messages",
                $"status 400 to 499 and none",
                Remedy);
        }
    }

    private static async Task<ReceivedResult?> AnsweredAsync(ReceiverSubject subject, ReceivedRequest request, string what, CancellationToken cancellationToken)
    {
        try
        {
            return await subject.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException)
        {
            return null; // It says who must act; that is an answer too.
        }
#pragma warning disable CA1031 // The boundary to the connector: any other failure is the finding.
        catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw Broken.Rule($"{ReceiverSubject.NameOf(request)} {what}: {SourceSubject.Describe(e)}", $"a refusal", Remedy);
        }
    }
}
