namespace IntegrationHub.Plugins.Bridges.Singer;

/// <summary>The kinds of messages that a tap writes.</summary>
internal enum SingerKind
{
    /// <summary>A kind that this bridge has no use for; the specification allows any.</summary>
    Other = 0,

    Record = 1,
    Schema = 2,
    State = 3,
    ActivateVersion = 4,

    /// <summary>Records in files beside the output, which this bridge does not read.</summary>
    Batch = 5,
}
