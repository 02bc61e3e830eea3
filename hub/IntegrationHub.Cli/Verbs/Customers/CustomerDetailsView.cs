using System.Text.Json.Nodes;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary>Everything about a customer but the timeline, as it is shown.</summary>
internal sealed record CustomerDetailsView(
    Guid Id,
    long Version,
    DateTimeOffset ChangedAt,
    IReadOnlyList<CustomerDetailsView.RecordView> Records,
    JsonNode? Golden,
    JsonNode? Lineage,
    IReadOnlyList<CustomerDetailsView.ConsentView> Consents,
    IReadOnlyList<CustomerDetailsView.PossibleView> MayAlsoBe)
{
    public static CustomerDetailsView Of(CustomerDetails details)
    {
        var golden = JsonNode.Parse(details.Golden.ToJson(includeLineage: true))!.AsObject();
        var lineage = golden["lineage"];
        golden.Remove("lineage");
        return new CustomerDetailsView(
            details.Customer.Uid,
            details.Customer.Version,
            details.Customer.ChangedAt,
            [.. details.Records.Select(r => new RecordView(r.Reference.ToString(), r.Record.UpdatedAt, r.Record.FirstSeenAt, r.Record.RunId, r.Record.Fields))],
            golden,
            lineage,
            [.. details.Consents.Select(c => new ConsentView(c.Channel, c.Purpose, c.Status, c.DecidedBy.Consent.GivenAt, c.Rule))],
            [.. details.MayAlsoBe.Select(p => new PossibleView(p.CustomerId, p.Record.ToString(), p.Other.ToString(), p.Probability, p.IsAmbiguous))]);
    }

    internal sealed record RecordView(
        string Record, DateTimeOffset? UpdatedAt, DateTimeOffset FirstSeenAt, long RunId, IReadOnlyList<Field> Fields);

    internal sealed record ConsentView(string Channel, string Purpose, ConsentStatus Status, DateTimeOffset GivenAt, string Rule);

    internal sealed record PossibleView(Guid Customer, string Record, string Other, double Probability, bool IsAmbiguous);
}
