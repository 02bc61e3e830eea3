namespace IntegrationHub.Sdk.Http;

/// <summary>Puts addresses together and decides where requests may go.</summary>
internal static class Addresses
{
    internal static Uri AsFolder(Uri address)
    {
        var path = address.GetLeftPart(UriPartial.Path);
        return new Uri(path.EndsWith('/') ? path : path + "/");
    }

    internal static Uri Resolve(Uri baseAddress, HubHttpRequest request)
    {
        var isWhole = request.Path.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || request.Path.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (!Uri.TryCreate(isWhole ? request.Path : baseAddress.AbsoluteUri + request.Path.TrimStart('/'), UriKind.Absolute, out var address))
        {
            throw ConnectorException.Defect("A request path cannot be made into an address; expected a relative path or a whole URL.");
        }

        var query = request.QueryText();
        if (query.Length == 0)
        {
            return address;
        }

        var builder = new UriBuilder(address);
        builder.Query = builder.Query.Length > 1 ? builder.Query[1..] + "&" + query : query;
        return builder.Uri;
    }

    internal static bool IsAllowed(Uri address, Uri baseAddress, HostList allowedHosts)
    {
        var isSafe = address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && baseAddress.Scheme == Uri.UriSchemeHttp);
        return isSafe && address.UserInfo.Length == 0 && allowedHosts.Holds(address.Host, address.Port, DefaultPort(address));
    }

    internal static int DefaultPort(Uri address) => address.Scheme == Uri.UriSchemeHttps ? 443 : 80;

    internal static Uri? RedirectOf(HttpResponseMessage response, Uri address)
    {
        var isRedirect = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;
        return isRedirect && response.Headers.Location is { } location ? new Uri(address, location) : null;
    }

    internal static string Describe(HttpMethod method, Uri address) =>
        method.Method + " " + address.Scheme + "://" + address.Authority + address.AbsolutePath;
}
