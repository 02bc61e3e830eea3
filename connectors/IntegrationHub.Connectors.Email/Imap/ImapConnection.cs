using System.Net.Sockets;
using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>One connection to a mail server: bytes out, whole answers in.</summary>
internal sealed class ImapConnection : IAsyncDisposable
{
    private readonly ImapEndpoint _endpoint;
    private Stream _stream;
    private ImapReader _reader;

    private ImapConnection(ImapEndpoint endpoint, Stream stream)
    {
        _endpoint = endpoint;
        _stream = stream;
        _reader = new ImapReader(stream, endpoint.Timeout, endpoint.Name);
    }

    internal bool IsPrivate { get; private set; }

    internal static async Task<ImapConnection> OpenAsync(ImapEndpoint endpoint, CancellationToken cancellationToken)
    {
        var connection = new ImapConnection(endpoint, await DialAsync(endpoint, cancellationToken).ConfigureAwait(false));
        if (endpoint.Security == ImapSecurity.Tls)
        {
            await connection.SecureAsync(cancellationToken).ConfigureAwait(false);
        }

        return connection;
    }

    /// <summary>Puts TLS on the connection. What came before it is refused: it could be anybody's.</summary>
    internal async Task SecureAsync(CancellationToken cancellationToken)
    {
        if (_reader.HasUnread)
        {
            throw ConnectorException.Transient($"{_endpoint.Name} sent something between STARTTLS and TLS; the connection may be tampered with.");
        }

        _stream = await ImapTls.StartAsync(_stream, _endpoint, cancellationToken).ConfigureAwait(false);
        _reader = new ImapReader(_stream, _endpoint.Timeout, _endpoint.Name);
        IsPrivate = true;
    }

    internal async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_endpoint.Timeout);
        try
        {
            await _stream.WriteAsync(bytes, deadline.Token).ConfigureAwait(false);
            await _stream.FlushAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw ConnectorException.Transient($"The connection to {_endpoint.Name} broke.", innerException: e);
        }
    }

    internal async ValueTask<ImapResponse> ReadAsync(TimeSpan? patience, CancellationToken cancellationToken)
    {
        var answer = await _reader.ReadAsync(patience, cancellationToken).ConfigureAwait(false);
        try
        {
            return ImapParser.Parse(answer);
        }
        catch (FormatException e)
        {
            throw ConnectorException.Transient($"{_endpoint.Name} sent something that is not IMAP: {e.Message}.", innerException: e);
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static async Task<Stream> DialAsync(ImapEndpoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(endpoint.Timeout);
        try
        {
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, deadline.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData
                ? ConnectorException.Configuration("host", $"There is no server named '{endpoint.Host}'.", "Check 'host'.", e)
                : ConnectorException.Transient($"{endpoint.Name} cannot be reached: {e.SocketErrorCode}.", innerException: e);
        }
        catch (OperationCanceledException e)
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw ConnectorException.Transient($"{endpoint.Name} did not answer for {endpoint.Timeout.TotalSeconds:0} seconds.", innerException: e);
        }
    }
}
