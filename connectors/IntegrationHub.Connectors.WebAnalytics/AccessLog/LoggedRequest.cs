namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>One line of a log and where it stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Where the line begins, in bytes of the decompressed file.</param>
/// <param name="Position">Where the line begins, in bytes from the start of the file that the reading began in.</param>
/// <param name="End">Where it ends, counted in the same way.</param>
/// <param name="Line">What it says, or <see langword="null"/> when it is not a line of an access log.</param>
internal readonly record struct LoggedRequest(LogFile File, long Offset, long Position, long End, LogLine? Line);
