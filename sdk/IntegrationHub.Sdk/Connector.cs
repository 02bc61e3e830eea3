using System.Reflection;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk;

/// <summary>What every connector has in common. Derive from <see cref="SourceConnector{TSettings}"/> or
/// <see cref="ReceiverConnector{TSettings}"/>, never from this class.</summary>
/// <remarks>
/// One instance serves one run at a time; it is created by its public parameterless constructor, which must not
/// do I/O. Members are not called concurrently.
/// </remarks>
public abstract class Connector
{
    private protected Connector()
    {
    }

    private protected abstract Type SettingsType { get; }

    /// <summary>Says what this connector is and which settings it takes. Does no I/O.</summary>
    /// <returns>The description.</returns>
    /// <exception cref="ConnectorException">The class has no <see cref="ConnectorAttribute"/> or an unusable setting.</exception>
    public ConnectorDescription Describe()
    {
        var attribute = GetType().GetCustomAttribute<ConnectorAttribute>()
            ?? throw ConnectorException.Defect($"Class '{GetType().Name}' has no [Connector(\"id\")] attribute.");
        return new ConnectorDescription
        {
            Id = attribute.Id,
            Title = attribute.Title ?? attribute.Id,
            Summary = attribute.Summary ?? string.Empty,
            Settings = SettingsSchema.Of(SettingsType),
            IsPull = this is SourceConnector,
        };
    }
}
