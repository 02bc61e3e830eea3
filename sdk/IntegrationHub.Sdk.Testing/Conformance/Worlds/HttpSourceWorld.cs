using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>An offline world behind a <see cref="StubServer"/>, which fails in every way that a check asks for.</summary>
public abstract class HttpSourceWorld : SourceWorld
{
    private FaultLayer? _faults;

    /// <inheritdoc/>
    public sealed override int Requests => Faults.Requests;

    /// <inheritdoc/>
    public sealed override bool IsAnswering => Faults.IsAnswering;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> RequestAddresses => [.. Server.Requests.Select(r => r.Path + r.QueryText)];

    /// <summary>Gets the server.</summary>
    protected StubServer Server { get; private set; } = null!;

    private FaultLayer Faults => _faults ?? throw new InvalidOperationException("The world is not started.");

    /// <inheritdoc/>
    public sealed override async Task<JObject> StartAsync(CancellationToken cancellationToken)
    {
        Server = await StubServer.StartAsync(cancellationToken).ConfigureAwait(false);
        _faults = new FaultLayer(FaultAnswer);
        Server.Intercept(_faults.AnswerAsync);
        return await ServeAsync(Server, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public sealed override bool TryBreak(WorldFault fault, int after)
    {
        Faults.Break(fault, after);
        return true;
    }

    /// <summary>Adds the routes of the source to the server.</summary>
    /// <param name="server">The server; its address goes into the settings.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>Settings with which everything can be read, secrets in clear. Let the connector take small pages, so that there are several.</returns>
    protected abstract Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken);

    /// <summary>Makes the answer of a failing server, for sources that fail in a form of their own.</summary>
    /// <param name="fault">One of the faults with a status: too many requests, server error, unauthorized.</param>
    /// <param name="request">What was asked.</param>
    /// <returns>The answer. By default a body that repeats what was asked, secrets included, as careless servers do.</returns>
    protected virtual StubResponse FaultAnswer(WorldFault fault, StubRequest request) => FaultLayer.Careless(fault, request);

    /// <inheritdoc/>
    protected override async ValueTask DisposeCoreAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeCoreAsync().ConfigureAwait(false);
    }
}
