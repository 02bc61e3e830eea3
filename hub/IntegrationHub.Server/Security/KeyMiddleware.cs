using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace IntegrationHub.Server.Security;

/// <summary>Lets a request through only when its key has the scope that the route asks for.</summary>
internal sealed class KeyMiddleware(RequestDelegate next, KeyRing keys)
{
    private const string Bearer = "Bearer ";
    private const string KeyHeader = "X-Api-Key";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var endpoint = context.GetEndpoint();
        var needed = endpoint?.Metadata.GetMetadata<RequiredScope>();
        if (needed is { Name: null })
        {
            return next(context);
        }

        var scopes = KeyOf(context.Request.Headers) is { Length: > 0 } key ? keys.ScopesOf(key) : [];
        if (scopes.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        }

        if (needed is not null && !scopes.Contains(needed.Name, StringComparer.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static string? KeyOf(IHeaderDictionary headers)
    {
        if (headers.TryGetValue(KeyHeader, out var key) && !StringValues.IsNullOrEmpty(key))
        {
            return key.ToString();
        }

        var authorization = headers[HeaderNames.Authorization].ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }
}
