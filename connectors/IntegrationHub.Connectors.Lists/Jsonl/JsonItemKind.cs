namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>What comes next in a JSON array.</summary>
internal enum JsonItemKind
{
    /// <summary>An item, valid or not.</summary>
    Item,

    /// <summary>An item that is longer than a record may be; its beginning is given.</summary>
    TooLong,

    /// <summary>The file ends before the array; the beginning of the unfinished item is given.</summary>
    CutOff,

    /// <summary>Text behind the array; its beginning is given, the rest is not read.</summary>
    Trailing,

    /// <summary>Nothing more.</summary>
    End,
}
