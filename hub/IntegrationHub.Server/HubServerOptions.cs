using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server;

/// <summary>What the server needs to know before it starts.</summary>
public sealed record HubServerOptions
{
    /// <summary>Where the server listens unless told otherwise: loopback only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5480";

    /// <summary>Gets the data folder, which the caller owns already.</summary>
    public required DataFolder Folder { get; init; }

    /// <summary>Gets where to listen.</summary>
    /// <value>Defaults to <see cref="DefaultUrl"/>. Anything but loopback needs an API key in the data folder.</value>
    public IReadOnlyList<Uri> Urls { get; init; } = [new Uri(DefaultUrl)];

    /// <summary>Gets what runs a command line that came in from this machine's <c>hub</c>: arguments, working directory,
    /// output, error output; returns the exit code.</summary>
    public required Func<string[], string, TextWriter, TextWriter, CancellationToken, Task<int>> RunCommand { get; init; }
}
