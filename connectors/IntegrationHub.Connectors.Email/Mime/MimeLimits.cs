namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>What one message may cost. Whatever lies beyond a limit is skipped, never an error.</summary>
internal static class MimeLimits
{
    /// <summary>Bytes of a message that are kept in memory; an attachment that starts later is not counted.</summary>
    internal const int MessageBytesMax = 4 * 1024 * 1024;

    /// <summary>Bytes of a header block that are looked at.</summary>
    internal const int HeaderBytesMax = 256 * 1024;

    /// <summary>Fields of a header block that are kept.</summary>
    internal const int HeaderCountMax = 2_000;

    /// <summary>Characters of one address header that are looked at.</summary>
    internal const int AddressHeaderCharsMax = 64 * 1024;

    /// <summary>Addresses taken from one header.</summary>
    internal const int AddressCountMax = 1_000;

    /// <summary>Bytes of a text part that are decoded.</summary>
    internal const int TextBytesMax = 1024 * 1024;

    /// <summary>Bytes of a delivery status that are decoded.</summary>
    internal const int StatusBytesMax = 64 * 1024;

    /// <summary>Parts inside parts.</summary>
    internal const int DepthMax = 12;

    /// <summary>Parts of one message, all levels together.</summary>
    internal const int PartCountMax = 500;
}
