using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Installing;
using IntegrationHub.Sdk;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Schedules;

namespace IntegrationHub.Cli.Hosting;

/// <summary>A failure as the caller sees it.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="What">What went wrong and where.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Next">What to do next.</param>
internal sealed record Failure(int Exit, string What, string? Expected = null, string? Next = null)
{
    public static Failure Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        AdminException e => new(
            e.Kind is AdminFailure.WrongUse or AdminFailure.NotFound ? ExitCode.WrongUse : ExitCode.Failed, e.Message, e.Expected, e.Next),
        ConnectorException e => new(ExitCode.Failed, e.Message, Next: e.NextStep),
        InstallException e => new(e.IsWrongUse ? ExitCode.WrongUse : ExitCode.Failed, e.Message, Next: e.Next),
        PluginException e => new(ExitCode.Failed, e.Message, Next: "hub connector list"),
        SyncBusyException e => new(ExitCode.Failed, e.Message, Next: "wait until that run has ended: hub sync list"),
        ScheduleException e => new(ExitCode.WrongUse, e.Message, Next: "hub schedule set --help"),
        StoreException e => new(ExitCode.Failed, e.Message),
        OperationCanceledException when cancellationToken.IsCancellationRequested => new(ExitCode.Failed, "Stopped on request."),
        HttpRequestException e => new(
            ExitCode.Failed, $"The server that owns the data folder does not answer: {e.Message}", Next: "look whether 'hub serve' is still starting"),
        IOException or UnauthorizedAccessException => new(ExitCode.Failed, exception.Message),
        _ => new(ExitCode.Failed, $"Unexpected failure ({exception.GetType().Name}).", Next: "run it again with --verbose and report what it prints"),
    };

    /// <summary>Prints the failure.</summary>
    /// <returns>The exit code.</returns>
    public int Print(Output output, Exception? details = null)
    {
        output.WriteFailure(this);
        if (details is not null)
        {
            output.Surroundings.Error.WriteLine(details.ToString());
        }

        return Exit;
    }
}
