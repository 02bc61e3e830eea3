namespace IntegrationHub.Sdk;

/// <summary>Names a connector. The hub finds the class by it and checks it against <c>connector.json</c>.</summary>
/// <param name="id">Lower-case words joined by hyphens, family first: <c>list-file</c>, <c>pos-square</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConnectorAttribute(string id) : Attribute
{
    /// <summary>Gets the connector's id.</summary>
    public string Id { get; } = id;

    /// <summary>Gets or sets a short name for people, for example <c>Square</c>.</summary>
    /// <value>Defaults to the id.</value>
    public string? Title { get; set; }

    /// <summary>Gets or sets one sentence on what the connector reads.</summary>
    public string? Summary { get; set; }
}
