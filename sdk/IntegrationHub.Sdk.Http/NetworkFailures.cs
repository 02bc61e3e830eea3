namespace IntegrationHub.Sdk.Http;

/// <summary>Sorts what goes wrong before there is an answer.</summary>
internal static class NetworkFailures
{
    internal static AttemptFailedException Of(Exception e, string operation, string trial, string? addressSetting, bool mayRepeat)
    {
        var space = trial.Length == 0 ? string.Empty : " ";
        return e switch
        {
            HttpRequestException { InnerException: AddressRefusedException refused } => Final(ConnectorException.Configuration(
                addressSetting, $"{operation} was not sent: {refused.Message}.", "Give an address on the network.", e)),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Final(ConnectorException.Configuration(
                addressSetting,
                $"{operation} could not be reached: no secure connection; what answers there does not speak TLS, or its certificate is not valid for that name on this machine.",
                "Check the address; have the certificate renewed, or let this machine trust who issued it.",
                e)),
            HttpRequestException request => new AttemptFailedException(
                ConnectorException.Transient($"{operation} could not be reached: {Reason(request.HttpRequestError)}{space}{trial}.", null, e),
                mayRepeat || request.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
                null),
            _ => new AttemptFailedException(
                ConnectorException.Transient($"The answer of {operation} broke off{space}{trial}.", null, e), mayRepeat, null),
        };
    }

    private static AttemptFailedException Final(ConnectorException failure) => new(failure, false, null);

    private static string Reason(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.ConnectionError => "no connection",
        HttpRequestError.ResponseEnded => "it closed the connection",
        HttpRequestError.ProxyTunnelError => "the proxy refused",
        _ => "the connection failed",
    };
}
