namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>A request that can never succeed as it is. The message goes to the sender and holds none of its values.</summary>
internal sealed class RefusedException : Exception
{
    private RefusedException(int statusCode, string message, Exception? innerException)
        : base(message, innerException)
    {
        StatusCode = statusCode;
    }

    internal int StatusCode { get; }

    internal static RefusedException Bad(string message) => Bad(message, null);

    internal static RefusedException Bad(string message, Exception? innerException) => new(400, message, innerException);

    internal static RefusedException NoKey() => new(401, "The write key is missing or wrong.", null);

    internal static RefusedException NotHere() => new(404, "Nothing is received under this path.", null);

    internal static RefusedException TooLarge(string message) => new(413, message, null);
}
