using IntegrationHub.Sync.Admin;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Server.Api;

/// <summary>Turns what a service refuses into an answer. What nobody foresaw becomes a plain 500 without inner details.</summary>
internal sealed class ProblemExceptionHandler(IProblemDetailsService problems, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = exception switch
        {
            AdminException { Kind: AdminFailure.WrongUse } e => (StatusCodes.Status400BadRequest, Sentence(e)),
            AdminException { Kind: AdminFailure.NotFound } e => (StatusCodes.Status404NotFound, e.Message),
            AdminException { Kind: AdminFailure.Conflict } e => (StatusCodes.Status409Conflict, Sentence(e)),
            BadHttpRequestException e => (e.StatusCode, "The request cannot be read; see the OpenAPI document for its shape."),
            _ => (StatusCodes.Status500InternalServerError, "The request failed; the server's log names the cause under this requestId."),
        };
        if (status == StatusCodes.Status500InternalServerError)
        {
            logger.RequestFailed(exception, httpContext.TraceIdentifier);
        }

        httpContext.Response.StatusCode = status;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = status, Detail = detail },
        });
    }

    private static string Sentence(AdminException e) => e.Expected is null ? e.Message : $"{e.Message} Expected {e.Expected}.";
}
