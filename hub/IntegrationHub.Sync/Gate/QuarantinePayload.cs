using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Gate;

/// <summary>The raw payload of a record that the gate refused, and the way back to the message it was, for a retry.</summary>
/// <remarks>Thread-safe.</remarks>
public static class QuarantinePayload
{
    private const string KindName = "$kind";
    private const int DepthMax = 64;

    /// <summary>Reads a payload that the gate wrote.</summary>
    /// <param name="record">The quarantined record.</param>
    /// <param name="message">The person, interaction or consent it was, with payment cards masked.</param>
    /// <returns><see langword="false"/> when there is no payload, or it is a connector's own text that only the connector can read.</returns>
    public static bool TryRead(QuarantinedRecord record, [NotNullWhen(true)] out Message? message)
    {
        ArgumentNullException.ThrowIfNull(record);

        message = null;
        if (record.Raw is null || !record.Raw.StartsWith($"{{\"{KindName}\":", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var reader = new JsonTextReader(new StringReader(record.Raw)) { DateParseHandling = DateParseHandling.None, MaxDepth = DepthMax, FloatParseHandling = FloatParseHandling.Decimal };
            var payload = JObject.Load(reader);
            message = (string?)payload[KindName] switch
            {
                "person" => ReadPerson(record.Stream, payload),
                "interaction" => ReadInteraction(record.Stream, payload),
                "consent" => ReadConsent(record.Stream, payload),
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            message = null; // edited by hand into something else; the caller keeps it in quarantine
        }

        return message is not null;
    }

    internal static string Write(PersonRecord record, FieldValue[] values)
    {
        var fields = new JArray();
        foreach (var value in values)
        {
            fields.Add(new JArray { value.Field, value.Value, (int)value.Kind, value.Group, value.Evidence });
        }

        var payload = new JObject { [KindName] = "person", ["key"] = record.Key, ["updatedAt"] = Time(record.UpdatedAt), ["fields"] = fields };
        if (record.IsPartial)
        {
            payload["partial"] = true;
        }

        return Text(payload);
    }

    internal static string Write(InteractionRecord record, string? body) => Text(new JObject
    {
        [KindName] = "interaction",
        ["key"] = record.Key,
        ["type"] = record.Type,
        ["occurredAt"] = Time(record.OccurredAt),
        ["personStream"] = record.PersonStream,
        ["personKey"] = record.PersonKey,
        ["body"] = body is null ? null : new JRaw(body),
    });

    internal static string Write(ConsentRecord record, string? maskedProof) => Text(new JObject
    {
        [KindName] = "consent",
        ["personStream"] = record.PersonStream,
        ["personKey"] = record.PersonKey,
        ["channel"] = record.Channel,
        ["purpose"] = record.Purpose,
        ["status"] = (int)record.Status,
        ["givenAt"] = Time(record.GivenAt),
        ["proof"] = maskedProof,
    });

    private static PersonRecord ReadPerson(string stream, JObject payload)
    {
        var record = new PersonRecord(stream, (string)payload["key"]!)
        {
            UpdatedAt = ReadTime(payload["updatedAt"]),
            IsPartial = (bool?)payload["partial"] ?? false,
        };
        foreach (var field in (JArray)payload["fields"]!)
        {
            var (name, value, kind) = ((string)field[0]!, (string)field[1]!, (FieldKind)(int)field[2]!);
            switch (kind)
            {
                case FieldKind.Number when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                    record.AddNumber(name, number);
                    break;
                case FieldKind.Boolean:
                    record.AddFlag(name, value == "true");
                    break;
                default:
                    record.Add(name, value, (int)field[3]!, (string?)field[4]);
                    break;
            }
        }

        return record;
    }

    private static InteractionRecord ReadInteraction(string stream, JObject payload)
    {
        var body = payload["body"] as JObject ?? [];
        var record = new InteractionRecord(stream, (string)payload["key"]!, (string)payload["type"]!, ReadTime(payload["occurredAt"])!.Value)
        {
            PersonStream = (string?)payload["personStream"],
            PersonKey = (string?)payload["personKey"],
            Title = (string?)body["title"],
            Channel = (string?)body["channel"],
            Direction = (string?)body["direction"],
            Amount = (decimal?)body["amount"],
            Currency = (string?)body["currency"],
        };
        foreach (var line in body["lines"] as JArray ?? [])
        {
            record.Lines.Add(new InteractionLine((string)line["name"]!, (decimal)line["quantity"]!, (decimal?)line["amount"], (string?)line["sku"]));
        }

        record.Details.Merge(body["details"] as JObject ?? []);
        return record;
    }

    private static ConsentRecord ReadConsent(string stream, JObject payload) =>
        new(stream, (string)payload["personKey"]!, (string)payload["channel"]!, (string)payload["purpose"]!,
            (ConsentStatus)(int)payload["status"]!, ReadTime(payload["givenAt"])!.Value)
        {
            PersonStream = (string)payload["personStream"]!,
            Proof = (string?)payload["proof"],
        };

    private static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? ReadTime(JToken? token) =>
        (string?)token is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;

    private static string Text(JObject payload) => payload.ToString(Formatting.None);
}
