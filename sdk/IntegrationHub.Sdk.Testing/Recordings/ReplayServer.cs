namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>A server on a free port of 127.0.0.1 that answers from a recording, for connectors that take a base address.</summary>
public sealed class ReplayServer : IAsyncDisposable
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    private readonly StubServer _server;

    private ReplayServer(StubServer server, Replay replay)
    {
        _server = server;
        Replay = replay;
    }

    /// <summary>Gets the address, ending with a slash.</summary>
    public Uri Address => _server.Address;

    /// <summary>Gets what answers; ask it for unmatched requests.</summary>
    public Replay Replay { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="secrets">Secrets in clear that requests may hold where no name tells; see the constructor of <see cref="Recordings.Replay"/>.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The running server; dispose of it to stop it.</returns>
    public static async Task<ReplayServer> StartAsync(
        Recording recording, IEnumerable<string>? secrets = null, CancellationToken cancellationToken = default)
    {
        var replay = new Replay(recording, secrets);
        var server = await StubServer.StartAsync(cancellationToken).ConfigureAwait(false);
        foreach (var method in Methods)
        {
            server.On(method, "/*", request => replay.Answer(request, server.Address));
        }

        return new ReplayServer(server, replay);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
