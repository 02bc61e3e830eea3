using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IntegrationHub.Server.Collecting;

/// <summary>Lets pages of the origins that a source names read its answers, as the Fetch standard describes. No cookies, ever.</summary>
internal static class CrossOrigin
{
    private const string Any = "*";
    private const string AgeSeconds = "600";

    /// <summary>Writes the headers that the caller's origin may have.</summary>
    /// <returns><see langword="true"/> when the request was only a browser's question, which is answered.</returns>
    internal static bool Answer(HttpContext context, IReadOnlyList<string> allowed)
    {
        var (request, response) = (context.Request, context.Response);
        var origin = request.Headers.Origin.ToString();
        var isAllowed = origin.Length > 0 && allowed.Any(a => a == Any || string.Equals(a, origin, StringComparison.OrdinalIgnoreCase));
        if (isAllowed)
        {
            response.Headers.AccessControlAllowOrigin = origin;
            response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        }

        if (!HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        if (isAllowed)
        {
            response.Headers.AccessControlAllowMethods = "GET, POST";
            response.Headers.AccessControlAllowHeaders = request.Headers.AccessControlRequestHeaders;
            response.Headers.AccessControlMaxAge = AgeSeconds;
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }
}
