namespace IntegrationHub.Connectors.Lists.Files;

/// <summary>A record is longer than <see cref="ListLimits.RecordBytesMax"/>; the reader sets it aside and goes on.</summary>
internal sealed class RecordTooLongException()
    : Exception($"A record is longer than {ListLimits.RecordBytesMax} bytes.");
