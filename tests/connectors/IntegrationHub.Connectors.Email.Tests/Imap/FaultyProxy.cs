using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationHub.Sdk.Testing.Conformance;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

/// <summary>Stands before a server, counts the lines that clients send, and fails from one of them on. Logging out is left alone.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly int _target;
    private volatile Broken? _broken;
    private int _commands;
    private int _waiting;
    private long _bytesAnswered;

    internal FaultyProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal int Commands => Volatile.Read(ref _commands);

    /// <summary>Gets how much the server sent.</summary>
    internal long BytesAnswered => Volatile.Read(ref _bytesAnswered);

    internal bool IsAnswering => Volatile.Read(ref _waiting) > 0;

    internal bool TryBreak(WorldFault fault, int after)
    {
        if (fault is not (WorldFault.Silence or WorldFault.Cut or WorldFault.Garbage or WorldFault.CutMidway))
        {
            return false;
        }

        _broken = new Broken(fault, Commands + after);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_ended.Token));
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target, _ended.Token);
                await Task.WhenAny(AskAsync(client.GetStream(), server.GetStream()), AnswerAsync(server.GetStream(), client.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // One side went away.
            }

            Volatile.Write(ref _waiting, 0);
        }
    }

    private async Task AskAsync(NetworkStream client, NetworkStream server)
    {
        var buffer = new byte[64 * 1024];
        while (await client.ReadAsync(buffer, _ended.Token) is > 0 and var count)
        {
            var isLogout = Encoding.Latin1.GetString(buffer, 0, count).Contains("LOGOUT", StringComparison.Ordinal);
            var number = isLogout ? 0 : Interlocked.Add(ref _commands, buffer.AsSpan(0, count).Count((byte)'\n'));
            switch (_broken is { } broken && number > broken.From ? broken.Fault : (WorldFault?)null)
            {
                case WorldFault.Silence:
                    continue;
                case WorldFault.Cut:
                    return;
                case WorldFault.Garbage:
                    await client.WriteAsync("\u0001\u0002%PDF ]}[ {\r\n"u8.ToArray(), _ended.Token);
                    continue;
                default:
                    Volatile.Write(ref _waiting, 1);
                    await server.WriteAsync(buffer.AsMemory(0, count), _ended.Token);
                    break;
            }
        }
    }

    private async Task AnswerAsync(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReadAsync(buffer, _ended.Token) is > 0 and var count)
        {
            Volatile.Write(ref _waiting, 0);
            Interlocked.Add(ref _bytesAnswered, count);
            var isCut = _broken is { Fault: WorldFault.CutMidway } broken && Commands > broken.From;
            await client.WriteAsync(buffer.AsMemory(0, isCut ? count / 2 : count), _ended.Token);
            if (isCut)
            {
                return;
            }
        }
    }

    private sealed record Broken(WorldFault Fault, int From);
}
