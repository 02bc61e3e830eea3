namespace IntegrationHub.Sdk.Testing.Conformance.Receiving;

/// <summary>Senders show secrets; nothing of them goes on.</summary>
internal static class ReceiverSecretsCheck
{
    internal static async Task<Verdict> RunAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        var settings = subject.Settings;
        var secrets = subject.Description.Settings.Settings.Where(s => s.IsSecret).Select(s => (string?)settings[s.Name]).OfType<string>().ToList();
        if (secrets.Count == 0)
        {
            return Verdict.NotApplicable("no secret is set");
        }

        var finder = new SecretFinder(secrets);
        var requests = subject.World.Requests
            .SelectMany(r => new[] { r, ReceiverSubject.With(r, method: "DELETE"), ReceiverSubject.With(r, body: r.Body[..(r.Body.Length / 2)]) })
            .Concat(subject.World.ForgedRequests)
            .ToList();
        foreach (var request in requests)
        {
            var log = new EverythingLog();
            var said = await SayAsync(subject, request, log, cancellationToken).ConfigureAwait(false);
            foreach (var text in log.Texts.Append(said))
            {
                if (finder.Find(text) is { } form)
                {
                    throw Broken.Rule(
                        $"a secret {form} in what {ReceiverSubject.NameOf(request)} led to",
                        $"no secret anywhere",
                        "compare what a sender shows with the setting and pass it on nowhere: not in answers, records, logs or failures.");
                }
            }
        }

        return Verdict.Passed($"{requests.Count} requests");
    }

    private static async Task<string> SayAsync(ReceiverSubject subject, ReceivedRequest request, EverythingLog log, CancellationToken cancellationToken)
    {
        try
        {
            return ReceiverSubject.TextOf(await subject.ReceiveAsync(request, subject.Settings, subject.Context(logger: log), cancellationToken).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // What a connector throws is looked through like everything else it says.
        catch (Exception e) when (e is not ConformanceException)
#pragma warning restore CA1031
        {
            return e.ToString();
        }
    }
}
