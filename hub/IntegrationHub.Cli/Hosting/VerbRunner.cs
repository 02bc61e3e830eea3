using System.CommandLine;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Hosting;

/// <summary>Opens what a verb needs, runs it, and turns every failure into an exit code and a message.</summary>
internal sealed class VerbRunner(Verb verb, ParseResult parsed, string[] arguments, Surroundings surroundings)
{
    /// <summary>How long a verb waits for another owner of the folder to end.</summary>
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(5);

    private readonly Output _output = new(surroundings, parsed.GetValue<bool>(CommandTree.JsonOption));

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var call = new Call(parsed, surroundings, _output, NamedFolder(), cancellationToken);
        try
        {
            return await OpenAndRunAsync(call);
        }
#pragma warning disable CA1031 // The top of a call: whatever failed becomes a message and an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failure.Of(e, cancellationToken).Print(_output, call.IsVerbose ? e : null);
        }
    }

    private DataFolder? NamedFolder()
    {
        var named = parsed.GetValue<string>(CommandTree.DataOption) ?? surroundings.DataFolderVariable;
        return surroundings.OpenHub?.Folder
            ?? (string.IsNullOrWhiteSpace(named) ? null : new DataFolder(Path.GetFullPath(named, surroundings.WorkingDirectory)));
    }

    private async Task<int> OpenAndRunAsync(Call call)
    {
        if (verb.FolderUse == FolderUse.None)
        {
            return await verb.RunAsync(call);
        }

        if (surroundings.OpenHub is { } open)
        {
            call.OpenHub = open;
            return await verb.RunAsync(call);
        }

        call.Folder.RequireInitialized();
        if (ServerFile.Find(call.Folder) is { } server)
        {
            return await RelayAsync(server, call);
        }

        if (verb.FolderUse == FolderUse.Read)
        {
            return await RunInProcessAsync(call);
        }

        FolderLock owner;
        try
        {
            owner = await FolderLock.AcquireAsync(
                call.Folder, $"hub {verb.Name}", LockWait, call.Clock, call.CancellationToken);
        }
        catch (AdminException) when (ServerFile.Find(call.Folder) is not null)
        {
            // A server came up while we waited.
            return await RelayAsync(ServerFile.Find(call.Folder)!, call);
        }

        using (owner)
        {
            return await RunInProcessAsync(call);
        }
    }

    private async Task<int> RunInProcessAsync(Call call)
    {
        await using var hub = await Hub.OpenAsync(call.Folder, call.Clock, call.IsVerbose ? surroundings.Error : null, call.CancellationToken);
        call.OpenHub = hub;
        return await verb.RunAsync(call);
    }

    private async Task<int> RelayAsync(ServerFile server, Call call)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return await CommandRelay.SendAsync(
            client, server, arguments, surroundings.WorkingDirectory, surroundings.Out, surroundings.Error, call.CancellationToken);
    }
}
