using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>A logged-in client: one command at a time. Only reads: folders are examined, mails peeked at.</summary>
/// <remarks>Not thread-safe. After a failure, or a sequence of answers that was left before its end, only disposing is allowed.</remarks>
internal sealed partial class ImapClient : IAsyncDisposable
{
    private readonly ImapConnection _connection;
    private readonly ImapEndpoint _endpoint;
    private HashSet<string> _capabilities = new(StringComparer.OrdinalIgnoreCase);
    private int _tag;

    private ImapClient(ImapConnection connection, ImapEndpoint endpoint)
    {
        _connection = connection;
        _endpoint = endpoint;
    }

    /// <summary>Connects and logs in.</summary>
    /// <exception cref="ConnectorException">The server cannot be reached, is not trusted, or refuses the login.</exception>
    internal static async Task<ImapClient> OpenAsync(ImapEndpoint endpoint, ImapLogin login, CancellationToken cancellationToken)
    {
        var client = new ImapClient(await ImapConnection.OpenAsync(endpoint, cancellationToken).ConfigureAwait(false), endpoint);
        try
        {
            await client.StartAsync(login, cancellationToken).ConfigureAwait(false);
            return client;
        }
        catch (Exception)
        {
            await client._connection.DisposeAsync().ConfigureAwait(false); // Nobody else can; the failure goes on.
            throw;
        }
    }

    /// <summary>Says whether the server offers a capability, now that it knows the user.</summary>
    internal bool Has(string capability) => _capabilities.Contains(capability);

    /// <summary>Says goodbye where the server still listens.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _connection.SendAsync(Encoding.ASCII.GetBytes($"A{++_tag} LOGOUT\r\n"), CancellationToken.None).ConfigureAwait(false);
        }
        catch (ConnectorException)
        {
            // The connection is broken already; there is nobody to say goodbye to.
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Runs a command and gives the answer that ends it, whatever it says.</summary>
    internal async Task<ImapResponse> EndOfAsync(
        ImapCommand command, CancellationToken cancellationToken, Func<string>? answer = null)
    {
        ImapResponse? end = null;
        await foreach (var response in AnswersAsync(command, answer, cancellationToken).ConfigureAwait(false))
        {
            end = response;
        }

        return end!;
    }

    /// <summary>Runs a command and gives its untagged answers; a refusal is a failure.</summary>
    private async IAsyncEnumerable<ImapResponse> RunAsync(
        ImapCommand command, string doing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var response in AnswersAsync(command, null, cancellationToken).ConfigureAwait(false))
        {
            if (response.Tag == "*")
            {
                yield return response;
            }
            else if (response.Name != "OK")
            {
                throw ImapFailures.Of(response, _endpoint.Name, doing);
            }
        }
    }

    /// <summary>Sends a command; gives its untagged answers and, last, the tagged one.</summary>
    private async IAsyncEnumerable<ImapResponse> AnswersAsync(
        ImapCommand command, Func<string>? answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"A{++_tag}");
        var refusal = await SendAsync(tag, command, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            yield return refusal;
            yield break;
        }

        for (var count = 0; count < ImapLimits.ResponsesPerCommandMax; count++)
        {
            var response = await NextAsync(null, cancellationToken).ConfigureAwait(false);
            if (response.Tag == "+")
            {
                await _connection.SendAsync(Encoding.ASCII.GetBytes((answer?.Invoke() ?? "*") + "\r\n"), cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (response.Tag != "*" && response.Tag != tag)
            {
                throw ConnectorException.Transient($"{_endpoint.Name} answered a command that was not sent.");
            }

            yield return response;
            if (response.Tag == tag)
            {
                yield break;
            }
        }

        throw ConnectorException.Transient($"{_endpoint.Name} does not end its answer to a command.");
    }

    /// <summary>Sends a command with its literals.</summary>
    /// <returns>The refusal, when the server does not want a literal; <see langword="null"/> when all was sent.</returns>
    private async Task<ImapResponse?> SendAsync(string tag, ImapCommand command, CancellationToken cancellationToken)
    {
        var bytes = new List<byte>(Encoding.ASCII.GetBytes(tag + " "));
        foreach (var (piece, isLiteral) in command.Pieces)
        {
            if (isLiteral)
            {
                var waits = !Has("LITERAL+") && !(Has("LITERAL-") && piece.Length <= ImapLimits.SmallLiteralBytesMax);
                bytes.AddRange(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{{piece.Length}{(waits ? string.Empty : "+")}}}\r\n")));
                if (waits && await AskAsync(bytes, tag, cancellationToken).ConfigureAwait(false) is { } refusal)
                {
                    return refusal;
                }
            }

            bytes.AddRange(piece);
        }

        bytes.AddRange("\r\n"u8);
        await _connection.SendAsync(bytes.ToArray(), cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<ImapResponse?> AskAsync(List<byte> bytes, string tag, CancellationToken cancellationToken)
    {
        await _connection.SendAsync(bytes.ToArray(), cancellationToken).ConfigureAwait(false);
        bytes.Clear();
        while (true)
        {
            var response = await NextAsync(null, cancellationToken).ConfigureAwait(false);
            if (response.Tag == "+" || response.Tag == tag)
            {
                return response.Tag == "+" ? null : response;
            }
        }
    }

    /// <summary>Reads the next answer; a goodbye that nobody asked for is a failure.</summary>
    private async ValueTask<ImapResponse> NextAsync(TimeSpan? patience, CancellationToken cancellationToken)
    {
        var response = await _connection.ReadAsync(patience, cancellationToken).ConfigureAwait(false);
        Learn(response);
        return response is { Tag: "*", Name: "BYE" } ? throw ImapFailures.Of(response, _endpoint.Name, "go on") : response;
    }

    private void Learn(ImapResponse response)
    {
        var names = response.Name == "CAPABILITY" ? response.Values : response.Code == "CAPABILITY" ? response.CodeValues : null;
        if (names is not null)
        {
            _capabilities = names.Select(v => v.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
    }
}
