using IntegrationHub.Cli.Printing;
using IntegrationHub.Cli.Verbs.Sources;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary>An upgrade of a source as it is shown, done or not.</summary>
internal sealed record UpgradeView(
    string Source, string? From, string? To, bool IsDone, SchemaComparison? Settings, SchemaComparison? Streams, string? Problem)
{
    public static UpgradeView Of(UpgradePreview preview, bool isDryRun) => new(
        preview.Source.Name,
        preview.From,
        preview.To,
        !isDryRun && !preview.IsThere,
        preview.IsThere ? null : preview.Settings,
        preview.IsThere ? null : preview.Streams,
        preview.IsThere ? null : preview.Problem);

    public static UpgradeView Failed(string source, string problem) => new(source, null, null, IsDone: false, null, null, problem);

    public void Write(Page page)
    {
        if (Settings is null || Streams is null)
        {
            page.Line(Problem is null ? $"{Source}: is at {To} already." : $"{Source}: {Problem}");
            return;
        }

        page.Line($"{Source}: {SourceView.VersionText(From)} -> {To}{(IsDone ? string.Empty : " (nothing changed yet)")}");
        Write(page, "settings", Settings);
        Write(page, "streams", Streams);
        if (Problem is not null)
        {
            page.Line($"  cannot go there as it is set: {Problem} Give what is missing with --set NAME=VALUE.");
        }
        else if (IsDone)
        {
            page.Line($"  Next: hub sync run {Source}; back with: hub connector rollback {Source}");
        }
    }

    private static void Write(Page page, string what, SchemaComparison comparison)
    {
        if (comparison.NotCompared is { } reason)
        {
            page.Line($"  {what}: not compared: {reason}");
            return;
        }

        page.Line($"  {what}: {comparison.Changes.Count} of {comparison.Compared} differ");
        foreach (var change in comparison.Changes)
        {
            var mark = change.Kind switch { SchemaChangeKind.Added => '+', SchemaChangeKind.Removed => '-', _ => '~' };
            page.Line($"    {mark} {change.Name}: {string.Join("; ", change.Details)}");
        }
    }
}
