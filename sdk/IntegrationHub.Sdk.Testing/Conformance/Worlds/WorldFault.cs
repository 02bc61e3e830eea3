namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>A way in which the other side fails.</summary>
public enum WorldFault
{
    /// <summary>It asks to come back in an hour: status 429 with <c>Retry-After: 3600</c>.</summary>
    TooManyRequests = 0,

    /// <summary>It is broken: status 500.</summary>
    ServerError = 1,

    /// <summary>It does not accept the login any more: status 401.</summary>
    Unauthorized = 2,

    /// <summary>It takes the request and never answers.</summary>
    Silence = 3,

    /// <summary>It cuts the connection.</summary>
    Cut = 4,

    /// <summary>It answers with success and bytes that are no document.</summary>
    Garbage = 5,

    /// <summary>It answers with success and an HTML page, as proxies and login pages do.</summary>
    HtmlPage = 6,

    /// <summary>It answers with success and the first half of the right document.</summary>
    HalfDocument = 7,

    /// <summary>It begins the right answer and cuts the connection in the middle.</summary>
    CutMidway = 8,

    /// <summary>It gives the first page of a list again and again, with the same sign of a next one.</summary>
    PagingLoop = 9,
}
