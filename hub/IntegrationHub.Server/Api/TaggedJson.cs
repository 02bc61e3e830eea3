using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IntegrationHub.Server.Api;

/// <summary>A JSON answer with an ETag over its bytes; 304 without a body when the caller has them already.</summary>
internal sealed class TaggedJson(JsonObject document) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, JsonSerializerOptions.Web);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        httpContext.Response.Headers.ETag = tag;
        if (HttpMethods.IsGet(httpContext.Request.Method)
            && EntityTagHeaderValue.TryParseList(httpContext.Request.Headers.IfNoneMatch, out var known)
            && known.Any(k => k.Tag.Equals(tag, StringComparison.Ordinal)))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
