using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Reads the states that the streams save.</summary>
internal static class RemoteStates
{
    internal const int Version = 1;

    /// <summary>Checks that a state is one of this version.</summary>
    /// <returns>The state, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="ConnectorException">It is another's.</exception>
    internal static JObject? Open(StreamRequest? request)
    {
        if (request?.State is null or { Type: JTokenType.Null })
        {
            return null;
        }

        return request.State is JObject state && (int?)state["version"] == Version
            ? state
            : throw ConnectorException.Configuration(
                null,
                $"The saved state of stream '{request.Stream}' is not one that this version can read.",
                $"Reset it with: hub state reset NAME --stream {request.Stream}.");
    }
}
