using IntegrationHub.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Server.Api;

/// <summary>Says that the server answers, and nothing else.</summary>
internal static class HealthEndpoint
{
    internal static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", () => Results.Ok(new { status = "ok" }))
            .AllowAnyone()
            .WithName("health")
            .WithSummary("Says that the server answers.");
}
