namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>How far a folder of mail files was read. Times in milliseconds since 1970.</summary>
/// <param name="NewestMs">The newest file time of all completed passes.</param>
/// <param name="After">The name of the last file read in a pass that is under way; empty when none is.</param>
/// <param name="ListedAtMs">When that pass listed the folder; younger files are new whatever their name.</param>
/// <param name="PassNewestMs">The newest file time of that pass so far.</param>
internal sealed record FolderPosition(long NewestMs, string After, long ListedAtMs, long PassNewestMs)
{
    internal static readonly long OverlapMs = (long)TimeSpan.FromMinutes(10).TotalMilliseconds;

    internal static FolderPosition Start { get; } = new(0, string.Empty, 0, 0);

    /// <summary>Gets the file time from which on files have to be read; clocks and copies may lag a little.</summary>
    internal long SinceMs => Math.Max(0, NewestMs - OverlapMs);

    internal bool IsNew(Mailboxes.MailFile file) =>
        file.WrittenAtMs >= SinceMs
        && (After.Length == 0
            || string.CompareOrdinal(file.SortName, After) > 0
            || file.WrittenAtMs >= ListedAtMs - OverlapMs);
}
