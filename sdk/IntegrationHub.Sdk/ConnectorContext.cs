using IntegrationHub.Sdk.Accounts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Sdk;

/// <summary>What the hub hands to a connector for one call.</summary>
public sealed class ConnectorContext
{
    /// <summary>Gets the name of the source the call is for.</summary>
    public required string SourceName { get; init; }

    /// <summary>Gets the log. Never write a secret or a customer's value to it.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Gets the clock; connectors take time from nowhere else.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets the folder that relative paths in settings start from.</summary>
    public string BaseDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Gets where a secret goes that changes while it is used, such as a rotating refresh token.</summary>
    /// <value>Defaults to memory only: what is stored is gone with this context. The hub hands in one that lasts.</value>
    public ICredentialStore Credentials { get; init; } = new MemoryCredentialStore();

    /// <summary>Gets the rate budgets of the accounts that connectors ask.</summary>
    /// <value>Defaults to those of the process.</value>
    public AccountBudgets Budgets { get; init; } = AccountBudgets.Shared;

    /// <summary>Gets the hosts that this call may speak to: <c>api.example.com</c>, <c>api.example.com:8443</c>, or
    /// <c>*.example.com</c> for all below it. <c>IntegrationHub.Sdk.Http</c> refuses every other one before anything is sent;
    /// who speaks another protocol, or HTTP by a vendor's library, calls <see cref="EnsurePermitted"/> before.</summary>
    /// <value>Defaults to <see langword="null"/>: what the connector's own settings name.</value>
    public IReadOnlyCollection<string>? PermittedHosts { get; init; }

    /// <summary>Gets what wraps the handler that sends HTTP requests: a recorder, a replay, a fault on purpose. It must call the
    /// handler it is given, or answer itself; it is disposed of with the client.</summary>
    /// <value>Defaults to <see langword="null"/>: nothing.</value>
    public Func<HttpMessageHandler, HttpMessageHandler>? WrapHttp { get; init; }

    /// <summary>Refuses a host that is not among <see cref="PermittedHosts"/>.</summary>
    /// <param name="host">The name or address; of IPv6 with its brackets, as <see cref="Uri.Host"/> gives it.</param>
    /// <param name="port">The port that is asked.</param>
    /// <param name="portDefault">The port that the protocol has anyway, such as 443.</param>
    /// <param name="setting">The setting that the host comes from, for the failure to point to.</param>
    /// <exception cref="ConnectorException">The host is not permitted (configuration).</exception>
    public void EnsurePermitted(string host, int port, int portDefault, string? setting)
    {
        if (PermittedHosts is not null && new HostList(PermittedHosts) is var permitted && !permitted.Holds(host, port, portDefault))
        {
            throw ConnectorException.Configuration(
                setting,
                $"This connector may not speak to {host}{(port == portDefault ? string.Empty : $":{port}")}; its manifest permits: {permitted}.",
                "Give an address of a permitted host, or ask the connector's author to permit this one.");
        }
    }
}
