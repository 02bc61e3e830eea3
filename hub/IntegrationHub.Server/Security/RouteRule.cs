using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Server.Security;

/// <summary>Closed unless opened: a route that does not say who may use it keeps the server from starting.</summary>
internal static class RouteRule
{
    internal static void Check(IEndpointRouteBuilder routes)
    {
        var open = routes.DataSources.SelectMany(s => s.Endpoints)
            .FirstOrDefault(e => e.Metadata.GetMetadata<RequiredScope>() is null);
        if (open is not null)
        {
            throw new InvalidOperationException($"Route '{open.DisplayName}' does not say which scope it needs; add RequireScope or AllowAnyone.");
        }
    }
}
