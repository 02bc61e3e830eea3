namespace IntegrationHub.Sync.Resolving;

/// <summary>The marks that a resolution settles, looked up by record number.</summary>
/// <param name="marks">Record numbers, ascending, each with the number of the commit that last changed it.</param>
internal sealed class PendingMarks(IReadOnlyList<(long RecordId, long Change)> marks)
{
    internal int Count => marks.Count;

    /// <summary>Finds a record's mark.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Its place, or -1 when the record is not pending.</returns>
    internal int IndexOf(long record)
    {
        if (marks.Count == 0 || record < marks[0].RecordId)
        {
            return -1;
        }

        // Without gaps, as in a first load, the record is right there; with gaps it can only be before.
        var low = 0;
        var high = (int)Math.Min(marks.Count - 1, record - marks[0].RecordId);
        for (var at = high; low <= high; at = low + ((high - low) / 2))
        {
            var found = marks[at].RecordId;
            if (found == record)
            {
                return at;
            }

            (low, high) = found < record ? (at + 1, high) : (low, at - 1);
        }

        return -1;
    }

    internal bool HoldsAny(long[] records)
    {
        foreach (var record in records)
        {
            if (IndexOf(record) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    internal (long RecordId, long Change) this[int index] => marks[index];

    /// <summary>Lists the pending records that are in none of the clusters: those that are deleted.</summary>
    /// <param name="clusters">The clusters.</param>
    /// <returns>The records, ascending.</returns>
    internal List<long> MissingFrom(IReadOnlyList<long[]> clusters)
    {
        var isThere = new bool[marks.Count];
        foreach (var cluster in clusters)
        {
            foreach (var member in cluster)
            {
                if (IndexOf(member) is >= 0 and var index)
                {
                    isThere[index] = true;
                }
            }
        }

        var missing = new List<long>();
        for (var i = 0; i < isThere.Length; i++)
        {
            if (!isThere[i])
            {
                missing.Add(marks[i].RecordId);
            }
        }

        return missing;
    }
}
