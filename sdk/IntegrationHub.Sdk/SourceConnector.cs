using System.Runtime.CompilerServices;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk;

/// <summary>A connector that the hub reads from. This is the host's side;
/// authors derive from <see cref="SourceConnector{TSettings}"/>.</summary>
public abstract class SourceConnector : Connector
{
    private protected SourceConnector()
    {
    }

    /// <summary>Tries the settings against the real system: reachable, allowed, readable. Changes nothing there.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ConnectorException">The check failed.</exception>
    public Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        return CheckBoundAsync(settings, context, cancellationToken);
    }

    /// <summary>Lists the streams that these settings give access to.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the discovery.</param>
    /// <returns>The streams, at least one, names unique.</returns>
    /// <exception cref="ConnectorException">The system could not be asked, or the connector gave no stream or one twice.</exception>
    public async Task<IReadOnlyList<StreamDescription>> DiscoverAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        var streams = await DiscoverBoundAsync(settings, context, cancellationToken).ConfigureAwait(false);
        if (streams is not { Count: > 0 }) // Null too: an author's code may not know nullable references.
        {
            throw ConnectorException.Defect("The connector offers no stream; expected at least one.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        return streams.FirstOrDefault(s => !names.Add(s.Name)) is { } twice
            ? throw ConnectorException.Defect($"The connector offers stream '{twice.Name}' twice; names must be unique.")
            : streams;
    }

    /// <summary>Reads the requested streams. The sequence is checked on its way: no message of a stream that was not
    /// asked for, none after the stream was completed.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="request">What to read and from where.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The messages. A stream without <see cref="StreamCompleted"/> is incomplete, also when the sequence ends quietly.</returns>
    /// <exception cref="ConnectorException">The reading failed; what came before stays valid.</exception>
    public async IAsyncEnumerable<Message> ReadAsync(
        JObject settings,
        ReadRequest request,
        ConnectorContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);

        var guard = new MessageGuard(request);
        await foreach (var message in ReadBoundAsync(settings, request, context, cancellationToken)
            .WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            guard.Check(message);
            yield return message;
        }
    }

    private protected abstract Task<CheckResult> CheckBoundAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken);

    private protected abstract Task<IReadOnlyList<StreamDescription>> DiscoverBoundAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken);

    private protected abstract IAsyncEnumerable<Message> ReadBoundAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken);
}
