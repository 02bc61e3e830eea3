namespace IntegrationHub.Plugins.Inspection;

/// <summary>A class that carries a <c>[Connector]</c> attribute, as its metadata says.</summary>
internal sealed record ConnectorClass(string Id, string? Title, string TypeName);
