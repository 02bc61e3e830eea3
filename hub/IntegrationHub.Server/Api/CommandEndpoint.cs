using System.Text.Json;
using IntegrationHub.Server.Security;
using IntegrationHub.Sync.Admin;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Server.Api;

/// <summary>Runs command lines of this machine's <c>hub</c> while the server owns the data folder.</summary>
internal static class CommandEndpoint
{
    internal static void MapCommands(this IEndpointRouteBuilder routes) =>
        routes.MapPost(CommandRelay.Path, RunAsync).RequireScope(Scopes.Local).ExcludeFromDescription();

    private static async Task RunAsync(HttpContext context, HubServerOptions options)
    {
        context.Response.ContentType = "application/jsonl";
        try
        {
            await CommandRelay.ServeAsync(context.Request.Body, context.Response.Body, options.RunCommand, context.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("not a command", e);
        }
    }
}
