namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>Culture, folder, console and environment belong to the whole hub.</summary>
internal sealed class ProcessUntouchedCheck() : SourceCheck("process-untouched", "Culture, current folder, console and environment of the process stay as they were.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var before = ProcessState.Capture();
        try
        {
            var context = subject.Context();
            await subject.CheckAsync(subject.Settings, context, cancellationToken).ConfigureAwait(false);
            await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            RequireSame(before);
        }

        return Verdict.Passed($"check, discover and read");
    }

    internal static void RequireSame(ProcessState before)
    {
        var changed = before.Restore();
        if (changed.Count > 0)
        {
            throw Broken.Rule(
                $"the connector changed {string.Join(" and ", changed)} of the process",
                $"all as it was",
                "pass cultures and full paths on in calls, take settings in place of environment variables, and write to ConnectorContext.Logger.");
        }
    }
}
