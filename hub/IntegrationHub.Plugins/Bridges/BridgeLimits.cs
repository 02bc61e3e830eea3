namespace IntegrationHub.Plugins.Bridges;

/// <summary>Every limit of the bridges, in one place; <c>hub/docs/bridges.md</c> says what happens at each.</summary>
internal static class BridgeLimits
{
    /// <summary>Bytes of one line that a program writes. A longer one is passed over and counts as a lost record.</summary>
    internal const int LineBytesMax = 32 * 1024 * 1024;

    /// <summary>Bytes of a catalog document, which a tap may write over many lines.</summary>
    internal const int CatalogBytesMax = 64 * 1024 * 1024;

    /// <summary>Bytes of a program's configuration.</summary>
    internal const int ConfigBytesMax = 64 * 1024;

    /// <summary>Characters of a record that is set aside.</summary>
    internal const int RawCharsMax = 64 * 1024;

    /// <summary>Records between two checkpoints, unless <see cref="CheckpointPause"/> passes first.</summary>
    internal const int CheckpointRecords = 500;

    /// <summary>Characters of a state as the hub keeps it, packed where it is long.</summary>
    internal const int StateCharsMax = 40 * 1024;

    /// <summary>Characters of state from which on it is packed.</summary>
    internal const int StatePackedFrom = 16 * 1024;


    /// <summary>Messages of a program that are passed on to the hub's log in one run.</summary>
    internal const int LoggedLinesMax = 50;

    /// <summary>Lines of a program's error output that are kept, the last ones.</summary>
    internal const int ErrorLinesMax = 50;

    /// <summary>Characters of a line of a program's error output that are kept.</summary>
    internal const int ErrorLineCharsMax = 2_000;

    /// <summary>Characters of a program's own words in a message of the hub.</summary>
    internal const int QuoteCharsMax = 300;

    /// <summary>Streams that one program may offer.</summary>
    internal const int StreamsMax = 1_000;

    /// <summary>How long a program may take to end after it was asked to.</summary>
    internal static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    /// <summary>How long <c>spec</c>, <c>check</c> and <c>discover</c> may take.</summary>
    internal static readonly TimeSpan AnswerDeadline = TimeSpan.FromMinutes(10);

    /// <summary>Time between two checkpoints, unless <see cref="CheckpointRecords"/> come first.</summary>
    internal static readonly TimeSpan CheckpointPause = TimeSpan.FromSeconds(2);
}
