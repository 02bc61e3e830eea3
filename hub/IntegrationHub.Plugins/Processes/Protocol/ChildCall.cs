using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Accounts;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>One request to a child and what is known of its answer.</summary>
/// <param name="name">The request's name.</param>
/// <param name="doing">What the child does meanwhile, for messages: <c>reading</c>.</param>
/// <param name="patience">How long it may stay silent.</param>
/// <param name="isLimitedInAll">Whether that is the time for the whole call instead.</param>
/// <param name="logger">Takes the connector's log lines.</param>
/// <param name="credentials">Keeps secrets that change while they are used.</param>
internal sealed class ChildCall(string name, string doing, TimeSpan patience, bool isLimitedInAll, ILogger logger, ICredentialStore credentials)
{
    public string Doing => doing;

    public TimeSpan Patience => patience;

    public bool IsLimitedInAll => isLimitedInAll;

    public ILogger Logger => logger;

    public ICredentialStore Credentials => credentials;

    /// <summary>Gets or sets the result, once the call ended well.</summary>
    public JObject? Result { get; set; }

    /// <summary>Gets the request as one line.</summary>
    public required JObject Request { get; init; }

    public byte[] ToLine() => System.Text.Encoding.UTF8.GetBytes(new JObject { [name] = Request }.ToString(Formatting.None) + "\n");

    /// <summary>Makes a call to an open connector. Secrets among the settings go through the pipe only.</summary>
    public static ChildCall To(
        string name, string doing, TimeSpan patience, JObject settings, ConnectorContext context, JObject? request = null)
    {
        if (context.WrapHttp is not null)
        {
            // A piece of this process cannot wrap what another one sends; going on without it would record nothing, or ask the real system.
            throw ConnectorException.Configuration(
                null, "HTTP cannot be recorded or replayed in a connector's own process.", "Do so with the connector in process.");
        }

        return new ChildCall(name, doing, patience, isLimitedInAll: name != Wire.Read, context.Logger, context.Credentials)
        {
            Request = new JObject
            {
                ["settings"] = settings.ToString(Formatting.None),
                ["source"] = context.SourceName,
                ["baseDirectory"] = context.BaseDirectory,
                ["hosts"] = context.PermittedHosts is { } hosts ? new JArray(hosts) : null,
                ["request"] = request,
            },
        };
    }
}
