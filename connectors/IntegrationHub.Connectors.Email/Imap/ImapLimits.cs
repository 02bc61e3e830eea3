namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>What one answer of a server may cost.</summary>
internal static class ImapLimits
{
    /// <summary>Bytes of one answer with all its literals. What is asked for is always less; more is refused.</summary>
    internal const int ResponseBytesMax = 8 * 1024 * 1024;

    /// <summary>Lists inside lists.</summary>
    internal const int DepthMax = 60;

    /// <summary>Untagged answers to one command.</summary>
    internal const int ResponsesPerCommandMax = 2_000_000;

    /// <summary>Largest literal sent without waiting where a server offers only <c>LITERAL-</c> (RFC 7888).</summary>
    internal const int SmallLiteralBytesMax = 4096;
}
