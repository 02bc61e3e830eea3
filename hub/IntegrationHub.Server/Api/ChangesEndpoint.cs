using IntegrationHub.Core.Storage;
using IntegrationHub.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Server.Api;

/// <summary>Serves the change feed.</summary>
internal static class ChangesEndpoint
{
    internal static void MapChanges(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/changes", ReadAsync)
            .RequireScope(Scopes.Read)
            .WithName("readChanges")
            .WithSummary("Reads what happened to customers, in order. Start without 'after'; go on with 'next'.");

    private static async Task<Ok<ChangePage>> ReadAsync(
        IHubStore store, CancellationToken cancellationToken, string? after = null, int limit = Paging.LimitDefault)
    {
        var position = Paging.ReadCursor(after);
        var entries = await store.Customers.ReadChangesAsync(position, Paging.CheckLimit(limit), cancellationToken);
        var changes = entries.Select(e => new ChangeItem(
            Paging.WriteCursor(e.Sequence), JsonName.Of(e.Kind), e.CustomerId, e.OtherId, e.At));
        return TypedResults.Ok(new ChangePage([.. changes], Paging.WriteCursor(entries.Count == 0 ? position : entries[^1].Sequence)));
    }
}
