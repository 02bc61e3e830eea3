namespace IntegrationHub.Core.Records;

/// <summary>Records that a completed full read did not see and that were kept all the same.</summary>
/// <param name="Missing">How many.</param>
/// <param name="Seen">How many records of the stream the read saw.</param>
public sealed record HeldSweep(long Missing, long Seen)
{
    private const int MissingUnsuspicious = 20;

    /// <summary>Tells a source that lost its data, or its reader's rights, from one that lost some records.</summary>
    /// <param name="missing">How many records were not seen.</param>
    /// <param name="seen">How many were.</param>
    /// <returns>Whether the missing ones may be taken as deleted.</returns>
    public static bool IsPlausible(long missing, long seen) =>
        missing == 0 || (seen > 0 && (missing <= MissingUnsuspicious || missing <= seen));
}
