using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

/// <summary>A server on the loopback that answers by a script, for what no real server can be made to do.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();

    private ScriptedServer(string greeting, Func<string, string, string?> answer)
    {
        _listener.Start();
        _ = ServeAsync(greeting, answer, _ended.Token);
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Starts a server for one connection.</summary>
    /// <param name="greeting">What it says first.</param>
    /// <param name="answer">Gives the answer to a tag and a command; <see langword="null"/> for the usual one.</param>
    internal static ScriptedServer Start(string greeting, Func<string, string, string?> answer) => new(greeting, answer);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        _ended.Dispose();
    }

    private static string Usual(string tag, string command) => command.Split(' ')[0] switch
    {
        "CAPABILITY" => $"* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n",
        "LIST" => $"* LIST () \"/\" INBOX\r\n{tag} OK done\r\n",
        "EXAMINE" => $"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 2] ok\r\n{tag} OK [READ-ONLY] done\r\n",
        _ => $"{tag} OK done\r\n",
    };

    private async Task ServeAsync(string greeting, Func<string, string, string?> answer, CancellationToken cancellationToken)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(greeting), cancellationToken);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                var tag = line.Split(' ')[0];
                var command = line[(tag.Length + 1)..];
                await stream.WriteAsync(Encoding.Latin1.GetBytes(answer(tag, command) ?? Usual(tag, command)), cancellationToken);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ArgumentOutOfRangeException)
        {
            // The client went away, as it may.
        }
    }
}
