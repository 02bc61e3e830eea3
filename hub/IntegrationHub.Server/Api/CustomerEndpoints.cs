using System.Text.Json.Nodes;
using IntegrationHub.Core.Customers;
using IntegrationHub.Server.Security;
using IntegrationHub.Sync.Admin;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Server.Api;

/// <summary>Serves golden records.</summary>
internal static class CustomerEndpoints
{
    internal static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        var customers = routes.MapGroup("/v1/customers").RequireScope(Scopes.Read).WithTags("customers");
        customers.MapGet("/{id:guid}", GetAsync)
            .WithName("getCustomer")
            .WithSummary("Gives one golden record. An old id of a merged customer redirects.")
            .Produces<JsonObject>()
            .Produces(StatusCodes.Status308PermanentRedirect)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        customers.MapGet("/{id:guid}/lineage", LineageAsync)
            .WithName("getCustomerLineage")
            .WithSummary("Gives, for every value, where it comes from, why it won, and what lost.")
            .Produces<JsonObject>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        customers.MapGet("/{id:guid}/timeline", TimelineAsync)
            .WithName("getCustomerTimeline")
            .WithSummary("Gives the interactions, newest first.")
            .Produces<JsonObject>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        customers.MapPost("/lookup", LookupAsync)
            .WithName("lookupCustomers")
            .WithSummary("Finds customers by typed identifiers; personal data never stands in a URL.")
            .Produces<JsonObject>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> GetAsync(
        HttpRequest request, Guid id, CustomerQueries queries, CancellationToken cancellationToken, string? fields = null, string? include = null)
    {
        var parts = IncludeList.Parse(include);
        var details = await queries.ShowAsync(id, cancellationToken);
        if (details.Customer.Uid != id)
        {
            return Redirect(request, details.Customer, string.Empty);
        }

        var document = CustomerDocument.Of(details, FieldList.Parse(fields), parts);
        if (parts.HasTimeline)
        {
            var items = await queries.TimelineAsync(id, 0, IncludeList.TimelineItemsMax, cancellationToken);
            document["timeline"] = new JsonArray([.. items.Select(TimelineDocument.Of)]);
        }

        return new TaggedJson(document);
    }

    private static async Task<IResult> LineageAsync(
        HttpRequest request, Guid id, CustomerQueries queries, CancellationToken cancellationToken)
    {
        var details = await queries.ShowAsync(id, cancellationToken);
        return details.Customer.Uid != id
            ? Redirect(request, details.Customer, "/lineage")
            : new TaggedJson(CustomerDocument.LineageOf(details));
    }

    private static async Task<IResult> TimelineAsync(
        HttpRequest request, Guid id, CustomerQueries queries, CancellationToken cancellationToken, string? after = null, int limit = Paging.LimitDefault)
    {
        var customer = await queries.GetAsync(id, cancellationToken);
        if (customer.Uid != id)
        {
            return Redirect(request, customer, "/timeline");
        }

        var offset = (int)Math.Min(Paging.ReadCursor(after), int.MaxValue);
        var count = Paging.CheckLimit(limit);
        var items = await queries.TimelineAsync(id, offset, count + 1, cancellationToken);
        var page = new JsonObject { ["items"] = new JsonArray([.. items.Take(count).Select(TimelineDocument.Of)]) };
        page["next"] = items.Count > count ? Paging.WriteCursor(offset + count) : null;
        return new TaggedJson(page);
    }

    private static async Task<IResult> LookupAsync(
        [FromBody] LookupRequest body, CustomerQueries queries, CancellationToken cancellationToken)
    {
        body.Check();
        var found = new Dictionary<Guid, Customer>();
        foreach (var identifier in body.Identifiers)
        {
            foreach (var customer in await queries.FindByValueAsync(
                identifier.Type, identifier.Value, body.Region, LookupRequest.CustomersMax, cancellationToken))
            {
                found[customer.Uid] = customer;
            }
        }

        var customers = found.Values.OrderBy(c => c.AnchorId).Select(CustomerDocument.Of);
        return new TaggedJson(new JsonObject { ["customers"] = new JsonArray([.. customers]) });
    }

    private static IResult Redirect(HttpRequest request, Customer customer, string tail) =>
        Results.Redirect($"/v1/customers/{customer.Uid}{tail}{request.QueryString}", permanent: true, preserveMethod: true);
}
