using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>What is missing is named, so that an admin knows which field to fill.</summary>
internal sealed class MissingSettingsCheck() : SourceCheck("missing-settings", "Each required setting that is missing is refused by name.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var required = subject.Description.Settings.Settings.Where(s => s.IsRequired).Select(s => s.Name).ToList();
        if (required.Count == 0)
        {
            return Verdict.NotApplicable("no setting is required");
        }

        var stream = new ReadRequest([new StreamRequest(subject.World.PeopleStream, SyncMode.Full)], subject.World.Now);
        foreach (var name in required)
        {
            foreach (var absent in new JToken[] { JValue.CreateNull(), new JValue("  ") })
            {
                var settings = subject.With(name, absent);
                await RefusedAsync("check", name, () => subject.CheckAsync(settings, subject.Context(), cancellationToken)).ConfigureAwait(false);
                await RefusedAsync("read", name, () => subject.ReadAsync(stream, settings, subject.Context(), cancellationToken)).ConfigureAwait(false);
            }
        }

        return Verdict.Passed($"{required.Count} required settings");
    }

    internal static async Task RefusedAsync(string call, string setting, Func<Task> run)
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
            seen = SourceSubject.Describe(e);
        }

        throw Broken.Rule(
            $"{call} with setting '{setting}' missing: {seen}",
            $"ConnectorException.Configuration(\"{setting}\", ...)",
            "mark it Required = true in its [Setting]; the SDK then refuses by itself.");
    }
}
