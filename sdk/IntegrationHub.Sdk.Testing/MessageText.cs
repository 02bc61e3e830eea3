using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing;

/// <summary>Writes messages as JSON, for comparing and for looking at them in a failed test.</summary>
public static class MessageText
{
    /// <summary>Names what a message is about: two messages with the same name replace one another.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Kind, stream and key, separated by slashes.</returns>
    public static string IdentityOf(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message switch
        {
            PersonRecord p => $"person/{p.Stream}/{p.Key}",
            InteractionRecord i => $"interaction/{i.Stream}/{i.Key}",
            DeletedRecord d => $"deleted/{d.Stream}/{d.Key}",
            ConsentRecord c => $"consent/{c.PersonStream}/{c.PersonKey}/{c.Channel}/{c.Purpose}/{Time(c.GivenAt)}",
            RejectedRecord r => $"rejected/{r.Stream}/{r.Key}/{r.Reason}/{r.Raw}",
            _ => $"{message.GetType().Name}/{message.Stream}",
        };
    }

    /// <summary>Writes everything a message says, on one line.</summary>
    /// <param name="message">The message.</param>
    /// <returns>JSON; equal messages give equal text.</returns>
    public static string Of(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        JToken body = message switch
        {
            PersonRecord p => new JObject { ["updatedAt"] = Time(p.UpdatedAt), ["fields"] = Fields(p) },
            InteractionRecord i => Interaction(i),
            ConsentRecord c => new JObject { ["status"] = c.Status.ToString(), ["proof"] = c.Proof },
            Checkpoint c => new JObject { ["state"] = c.State.DeepClone(), ["cursor"] = Time(c.Cursor) },
            _ => new JObject(),
        };
        return IdentityOf(message) + " " + body.ToString(Formatting.None);
    }

    private static JArray Fields(PersonRecord person) =>
        new(person.Fields.Select(f => new JArray(f.Field, f.Value, f.Kind.ToString(), f.Group, new JValue(f.Evidence))));

    private static JObject Interaction(InteractionRecord record) => new()
    {
        ["type"] = record.Type,
        ["occurredAt"] = Time(record.OccurredAt),
        ["person"] = record.PersonKey is null ? null : record.PersonStream + "/" + record.PersonKey,
        ["title"] = record.Title,
        ["channel"] = record.Channel,
        ["direction"] = record.Direction,
        ["amount"] = record.Amount?.ToString(CultureInfo.InvariantCulture),
        ["currency"] = record.Currency,
        ["lines"] = new JArray(record.Lines.Select(l => new JArray(
            l.Name, l.Quantity.ToString(CultureInfo.InvariantCulture), new JValue(l.Amount?.ToString(CultureInfo.InvariantCulture)), new JValue(l.Sku)))),
        ["details"] = record.Details.DeepClone(),
    };

    private static string? Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
