namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>The kinds of messages that a source writes.</summary>
internal enum AirbyteKind
{
    /// <summary>A kind that this bridge has no use for.</summary>
    Other = 0,

    Record = 1,
    State = 2,
    Log = 3,
    Spec = 4,
    ConnectionStatus = 5,
    Catalog = 6,
    Trace = 7,
    Control = 8,
}
