using IntegrationHub.Sdk.Testing.Conformance.Checks;

namespace IntegrationHub.Sdk.Testing.Conformance.Receiving;

/// <summary>The rules for push connectors.</summary>
internal static class ReceiverChecks
{
    internal static IReadOnlyList<ReceiverCheck> All { get; } =
    [
        new("process-untouched", "Culture, current folder, console and environment of the process stay as they were.", ProcessUntouchedAsync),
        new("description", "A connector says what it is, explains every setting and marks its secrets.", (s, _) => Task.FromResult(DescriptionCheck.Run(s.Description))),
        new("construction", "Making a connector does no work and waits for nothing.", ConstructionAsync),
        new("missing-settings", "Each required setting that is missing is refused by name.", MissingSettingsAsync),
        new("accepts-good", "A good request is accepted and gives records with keys.", AcceptanceCheck.AcceptsAsync),
        new("redelivery", "A request that is sent again, later, gives the same records under the same keys.", AcceptanceCheck.RedeliveryAsync),
        new("refuses-forged", "A request with a wrong key is refused and gives no record.", RefusalCheck.ForgedAsync),
        new("refuses-garbage", "What is no request of the source is refused, and never an unexpected failure.", RefusalCheck.GarbageAsync),
        new("secrets", "No secret is in any answer, record, log line or failure, in whatever encoding.", ReceiverSecretsCheck.RunAsync),
        new("cancellation", "A cancelled call ends within five seconds and is no failure.", CancellationAsync),
        new("culture", "The machine's culture and clock change nothing of what is received.", SurroundingsCheck.RunAsync),
        new("hostile-text", "Any name arrives unchanged or is set aside; none is lost.", ReceiverHostileCheck.RunAsync),
        new("two-at-once", "Requests at the same time do not see one another.", SurroundingsCheck.ManyAtOnceAsync),
    ];

    private static Task<Verdict> ConstructionAsync(ReceiverSubject subject, CancellationToken cancellationToken) => ConstructionCheck.RunAsync(
        () =>
        {
            subject.World.Describe();
            return Task.CompletedTask;
        },
        subject.World.Limits.ConstructWithin,
        cancellationToken);

    private static async Task<Verdict> ProcessUntouchedAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        var before = ProcessState.Capture();
        foreach (var request in subject.World.Requests)
        {
            await subject.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        }

        ProcessUntouchedCheck.RequireSame(before);
        return Verdict.Passed($"{subject.World.Requests.Count} requests");
    }

    private static async Task<Verdict> MissingSettingsAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        var required = subject.Description.Settings.Settings.Where(s => s.IsRequired).Select(s => s.Name).ToList();
        foreach (var name in required)
        {
            var settings = subject.Settings;
            settings.Remove(name);
            await MissingSettingsCheck.RefusedAsync(
                "receive", name, () => subject.ReceiveAsync(subject.World.Requests[0], settings, subject.Context(), cancellationToken)).ConfigureAwait(false);
        }

        return required.Count > 0 ? Verdict.Passed($"{required.Count} required settings") : Verdict.NotApplicable("no setting is required");
    }

    private static async Task<Verdict> CancellationAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        using var before = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await before.CancelAsync().ConfigureAwait(false);
        foreach (var request in subject.World.Requests)
        {
            await CancellationCheck.EndsAsync(
                subject.World.Limits, "receive, cancelled before it began,", () => subject.World.ReceiveAsync(subject.Settings, request, subject.Context(), before.Token))
                .ConfigureAwait(false);
        }

        return Verdict.Passed($"{subject.World.Requests.Count} requests");
    }
}
