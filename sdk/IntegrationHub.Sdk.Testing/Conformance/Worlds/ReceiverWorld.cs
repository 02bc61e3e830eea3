using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>What a push connector is checked with: settings, and requests as other systems send them.</summary>
/// <remarks>A secret in the settings is at least eight characters long and occurs nowhere but where senders show it.</remarks>
public abstract class ReceiverWorld
{
    /// <summary>Gets when requests arrive.</summary>
    /// <value>Defaults to noon of 1 December 2026, UTC.</value>
    public virtual DateTimeOffset Now { get; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Gets how long the connector may take.</summary>
    public virtual ConformanceLimits Limits { get; } = new();

    /// <summary>Gets settings under which <see cref="Requests"/> are accepted, secrets in clear.</summary>
    public abstract JObject Settings { get; }

    /// <summary>Gets requests that are accepted and give at least one record each.</summary>
    public abstract IReadOnlyList<ReceivedRequest> Requests { get; }

    /// <summary>Gets requests that are well formed and not allowed: with a wrong key or signature, or without one.</summary>
    /// <value>Defaults to none.</value>
    public virtual IReadOnlyList<ReceivedRequest> ForgedRequests => [];

    /// <summary>Gets a value indicating whether names of people come through as they are.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public virtual bool KeepsNames => true;

    /// <summary>Makes the request with which a sender tells of a person.</summary>
    /// <param name="person">The person; the name may be any text at all.</param>
    /// <returns>The request, or <see langword="null"/> when requests tell of no people.</returns>
    public virtual ReceivedRequest? RequestOf(WorldPerson person) => null;

    /// <summary>Gives the key that the connector makes of a person's key in the source.</summary>
    /// <param name="key">The key in the source.</param>
    /// <returns>The record's key; the same unless the world says otherwise.</returns>
    public virtual string RecordKeyOf(string key) => key;

    /// <summary>Makes a connector and says what it is.</summary>
    /// <returns>The description.</returns>
    public abstract ConnectorDescription Describe();

    /// <summary>Makes a connector and hands it a request.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The records and the answer.</returns>
    public abstract Task<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken);
}
