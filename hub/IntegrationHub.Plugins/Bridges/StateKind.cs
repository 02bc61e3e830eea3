namespace IntegrationHub.Plugins.Bridges;

/// <summary>How a program's state is cut.</summary>
internal enum StateKind
{
    /// <summary>Airbyte: one state for each stream.</summary>
    Stream = 0,

    /// <summary>Airbyte: one state for all streams, with parts for each.</summary>
    Global = 1,

    /// <summary>Airbyte, old programs: one state for all streams, which only the program understands.</summary>
    Legacy = 2,

    /// <summary>Singer: one state for all streams, which only the tap understands.</summary>
    Singer = 3,
}
