using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary><c>hub source check NAME</c>.</summary>
internal sealed class SourceCheckVerb : Verb
{
    private readonly Argument<string> _name;

    public SourceCheckVerb(IReadOnlyList<string> sourceNames)
        : base(
            "check",
            "Try a source against the real system: reachable, allowed, readable. Lists its streams. Changes nothing.",
            "hub source check crm",
            "hub source check crm --json")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var check = await call.Hub.Sources.CheckAsync(call.Value(_name), call.CancellationToken);
        call.Print(
            new
            {
                message = check.Result.Message,
                warnings = check.Result.Warnings,
                streams = check.Streams.Select(s => new { name = s.Name, summary = s.Summary, cursor = s.Cursor }),
            },
            page =>
            {
                page.Line(check.Result.Message);
                foreach (var warning in check.Result.Warnings)
                {
                    page.Line($"warning: {warning}");
                }

                if (check.Streams.Count == 0)
                {
                    return;
                }

                page.Table(
                    ["STREAM", "CURSOR", "SUMMARY"],
                    [.. check.Streams.Select(s => (IReadOnlyList<string>)[s.Name, s.Cursor.ToString().ToLowerInvariant(), s.Summary])]);
                page.Line($"Next: hub sync run {call.Value(_name)}");
            });
        return ExitCode.Done;
    }
}
