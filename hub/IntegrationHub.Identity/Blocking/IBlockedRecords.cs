namespace IntegrationHub.Identity.Blocking;

/// <summary>What the block index must know of records, and tells about them.</summary>
internal interface IBlockedRecords
{
    /// <summary>Makes a reader of keys for one more thread.</summary>
    IRecordKeys NewKeys();

    /// <summary>Writes what refines blocks for a record, see <see cref="RefiningAtoms"/>. Called from many threads.</summary>
    void WriteAtoms(int record, Span<ulong> atoms);

    /// <summary>Compares two records by content, in an order that no arrival order changes.</summary>
    int CompareByContent(int recordA, int recordB);

    /// <summary>The records that keys pair with this one changed.</summary>
    void MarkReblocked(int record);

    /// <summary>One key pairs these two records no more, or does so now.</summary>
    void MarkReblocked(int recordA, int recordB);
}
