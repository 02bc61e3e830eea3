namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>How far an mbox file was read.</summary>
/// <param name="LastStart">Where the last mail that was read starts; it is read again, because it may have been half written.</param>
/// <param name="Size">The file's size when it was read to its end; 0 while it was not.</param>
/// <param name="WrittenAtMs">When the file was written, at that time.</param>
/// <param name="Fingerprint">Hash of bytes before <paramref name="LastStart"/>; differs when the file was rewritten.</param>
internal sealed record MboxPosition(long LastStart, long Size, long WrittenAtMs, string Fingerprint)
{
    internal static MboxPosition Start { get; } = new(0, 0, 0, string.Empty);
}
