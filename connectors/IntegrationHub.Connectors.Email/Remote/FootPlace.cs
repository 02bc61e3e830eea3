namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Where a mail lies whose foot may say something about its writer.</summary>
/// <param name="Folder">The folder's place among those read.</param>
/// <param name="Uid">The mail's UID.</param>
/// <param name="WrittenAt">When it was written, in seconds since 1970.</param>
internal readonly record struct FootPlace(int Folder, uint Uid, uint WrittenAt) : IComparable<FootPlace>
{
    /// <summary>Orders by age, the newest first.</summary>
    public int CompareTo(FootPlace other) =>
        (other.WrittenAt, Folder, Uid).CompareTo((WrittenAt, other.Folder, other.Uid));
}
