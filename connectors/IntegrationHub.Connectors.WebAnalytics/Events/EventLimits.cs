namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>What is never exceeded. The first two are Segment's own.</summary>
internal static class EventLimits
{
    /// <summary>The size of one event's JSON.</summary>
    internal const int EventBytesMax = 32 * 1024;

    /// <summary>The size of a batch, unless RudderStack's clients send it: those count events, and their servers take 4 MB.</summary>
    internal const int BatchBytesMax = 500 * 1024;

    /// <summary>The size of a body once decompressed.</summary>
    internal const int BodyBytesMax = 4 * 1024 * 1024;

    /// <summary>The events of one request.</summary>
    internal const int EventsMax = 20_000;

    internal const int JsonDepthMax = 24;

    internal const int IdCharsMax = 256;

    internal const int AttributesMax = 200;

    internal const int AttributeNameCharsMax = 100;

    internal const int TextCharsMax = 200;

    internal const int LinesMax = 500;
}
