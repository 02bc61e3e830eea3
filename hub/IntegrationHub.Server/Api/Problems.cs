using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Server.Api;

/// <summary>Gives every error answer a stable type (RFC 9457) and the number of its request.</summary>
internal static class Problems
{
    internal static void Configure(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        problem.Type = TypeOf(status);
        problem.Extensions["requestId"] = context.HttpContext.TraceIdentifier;
        problem.Extensions.Remove("traceId");
        problem.Detail ??= DetailOf(status);
    };

    internal static string TypeOf(int status) => "urn:integrationhub:problem:" + status switch
    {
        StatusCodes.Status400BadRequest => "bad-request",
        StatusCodes.Status401Unauthorized => "no-key",
        StatusCodes.Status403Forbidden => "scope-missing",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
        StatusCodes.Status503ServiceUnavailable => "not-now",
        _ => "failed",
    };

    private static string? DetailOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Send an API key as 'Authorization: Bearer KEY'; `hub init` prints one.",
        StatusCodes.Status403Forbidden => "The key lacks the scope that this route needs.",
        _ => null,
    };
}
