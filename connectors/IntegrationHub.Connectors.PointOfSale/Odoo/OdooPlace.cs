using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>How far a model was read: everything before a second, and of that second the records up to an id.</summary>
/// <param name="From">The second; <see langword="null"/> before the first one.</param>
/// <param name="AfterId">The last id read of that second; <see langword="null"/> when the second is read together with what follows.</param>
internal sealed record OdooPlace(DateTimeOffset? From, long? AfterId)
{
    private const string FromName = "from";
    private const string AfterName = "after";

    internal static OdooPlace Of(JToken? state, DateTimeOffset? since) => SourceTime.Read((string?)state?[FromName]) is { } from
        ? new OdooPlace(from, (long?)state![AfterName])
        : new OdooPlace(since, null);

    internal void WriteTo(JObject state)
    {
        state[FromName] = From is { } from ? SourceTime.Write(from) : null;
        state[AfterName] = AfterId;
    }

    /// <summary>Makes the conditions for the next page.</summary>
    internal JArray Domain()
    {
        if (From is not { } from)
        {
            return [];
        }

        var lower = new JArray("write_date", ">=", OdooValues.Write(from));
        return AfterId is not { } id
            ? [lower]
            : [lower, new JArray("write_date", "<", OdooValues.Write(from.AddSeconds(1))), new JArray("id", ">", id)];
    }

    /// <summary>Gets the order of the next page.</summary>
    internal string Order => AfterId is null ? "write_date, id" : "id";
}
