namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>A wrong password must not look like an outage that passes by itself.</summary>
internal sealed class CheckBadCheck() : SourceCheck("check-bad", "A wrong value fails check and read as Configuration and names its setting.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var wrong = subject.World.WrongValues(subject.Settings, subject.Description.Settings);
        if (wrong.Count == 0)
        {
            return Verdict.NotApplicable("no secret is set and the world gives no wrong value (WrongValues)");
        }

        var streams = (await subject.DiscoverAsync(cancellationToken).ConfigureAwait(false)).Select(s => s.Name).ToList();
        foreach (var (name, value) in wrong)
        {
            var settings = subject.With(name, value);
            await FailsAsync("check", name, () => subject.CheckAsync(settings, subject.Context(), cancellationToken)).ConfigureAwait(false);
            await FailsAsync("read", name, () => subject.ReadAsync(subject.Full(streams), settings, subject.Context(), cancellationToken)).ConfigureAwait(false);
        }

        return Verdict.Passed($"{wrong.Count} wrong values");
    }

    private static async Task FailsAsync(string call, string setting, Func<Task> run)
    {
        string seen;
        try
        {
            await run().ConfigureAwait(false);
            seen = "it succeeded";
        }
        catch (ConnectorException e) when (e.Kind == FailureKind.Configuration && string.Equals(e.Setting, setting, StringComparison.Ordinal))
        {
            return;
        }
#pragma warning disable CA1031 // The boundary to the connector: any other failure is the finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            seen = e is ConnectorException { Kind: FailureKind.Configuration, Setting: var other }
                ? $"it named the setting '{other}': {e.Message}"
                : SourceSubject.Describe(e);
        }

        throw Broken.Rule(
            $"{call} with a wrong '{setting}': {seen}",
            $"ConnectorException.Configuration(\"{setting}\", ...)",
            "map what the source answers to a wrong login (401, 403, an error of its own) to Configuration; HubHttpOptions.SecretSetting does it for HTTP.");
    }
}
