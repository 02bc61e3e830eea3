using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace IntegrationHub.Sync.Admin;

/// <summary>Carries a command line to the server that owns the data folder, and what it prints back. Thread-safe.</summary>
/// <remarks>Request: <c>{"arguments":[...],"workingDirectory":"..."}</c>. Response: JSON lines <c>{"out":"..."}</c>,
/// <c>{"err":"..."}</c> as they come, and at last <c>{"exit":0}</c>.</remarks>
public static class CommandRelay
{
    /// <summary>The server's path that takes commands; only callers with the token of <see cref="ServerFile"/> may use it.</summary>
    public const string Path = "/v1/admin/cli";

    private const int ArgumentsMax = 1000;

    /// <summary>The server's side: reads one request, runs it and writes what it prints.</summary>
    /// <param name="request">The request's body.</param>
    /// <param name="response">The response's body; the content type is <c>application/jsonl</c>.</param>
    /// <param name="run">Runs a command: arguments, working directory, output, error output; returns the exit code.</param>
    /// <param name="cancellationToken">Fires when the caller hangs up; the command stops at its next checkpoint.</param>
    /// <returns>A task.</returns>
    /// <exception cref="JsonException">The request cannot be read; nothing was run or written.</exception>
    public static async Task ServeAsync(
        Stream request,
        Stream response,
        Func<string[], string, TextWriter, TextWriter, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(run);

        var command = await JsonSerializer.DeserializeAsync<RelayedCommand>(request, JsonSerializerOptions.Web, cancellationToken);
        if (command is not { Arguments: { Length: <= ArgumentsMax } arguments, WorkingDirectory: { Length: > 0 } directory })
        {
            throw new JsonException($"Expected 'arguments' (at most {ArgumentsMax}) and 'workingDirectory'.");
        }

        var events = Channel.CreateUnbounded<RelayEvent>(new UnboundedChannelOptions { SingleReader = true });
        var pump = PumpAsync(events.Reader, response, cancellationToken);
        try
        {
            await using var output = new RelayWriter(text => events.Writer.TryWrite(new RelayEvent { Out = text }));
            await using var error = new RelayWriter(text => events.Writer.TryWrite(new RelayEvent { Err = text }));
            var exit = await run(arguments, directory, output, error, cancellationToken);
            await output.FlushAsync(cancellationToken);
            await error.FlushAsync(cancellationToken);
            events.Writer.TryWrite(new RelayEvent { Exit = exit });
        }
        finally
        {
            events.Writer.TryComplete();
            await pump;
        }
    }

    /// <summary>The caller's side: sends a command and copies what it prints.</summary>
    /// <param name="client">A client; its timeout must be infinite, its proxy off.</param>
    /// <param name="server">The server.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="workingDirectory">Where relative paths start from.</param>
    /// <param name="output">Takes the output.</param>
    /// <param name="error">Takes the error output.</param>
    /// <param name="cancellationToken">Hangs up.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="AdminException">The server refused or hung up.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<int> SendAsync(
        HttpClient client,
        ServerFile server,
        string[] arguments,
        string workingDirectory,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(server.Url), Path));
        request.Headers.Authorization = new("Bearer", server.Token);
        request.Content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(new RelayedCommand(arguments, workingDirectory), JsonSerializerOptions.Web));
        request.Content.Headers.ContentType = new("application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw AdminException.Failed(
                $"The server at {server.Url} that owns the data folder refused the command ({(int)response.StatusCode}).",
                next: "restart the server, then try again");
        }

        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken), Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var @event = JsonSerializer.Deserialize<RelayEvent>(line, JsonSerializerOptions.Web)!;
            if (@event.Exit is { } exit)
            {
                return exit;
            }

            await output.WriteAsync(@event.Out.AsMemory(), cancellationToken);
            await error.WriteAsync(@event.Err.AsMemory(), cancellationToken);
        }

        throw AdminException.Failed(
            $"The server at {server.Url} hung up before the command had ended.", next: "look at the server's log, then try again");
    }

    private static async Task PumpAsync(ChannelReader<RelayEvent> events, Stream response, CancellationToken cancellationToken)
    {
        await foreach (var @event in events.ReadAllAsync(cancellationToken))
        {
            await response.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(@event, RelayEvent.Json), cancellationToken);
            await response.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await response.FlushAsync(cancellationToken);
        }
    }
}
