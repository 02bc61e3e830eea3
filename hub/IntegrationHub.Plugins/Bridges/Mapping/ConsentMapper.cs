using System.Collections.Frozen;
using System.Text.Json;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>Turns records into consents.</summary>
internal sealed class ConsentMapper(string stream, FieldMapping mapping, DateReader dates) : StreamMapper
{
    internal static readonly string[] Fields = ["personKey", "personStream", "channel", "purpose", "status", "givenAt", "proof"];

    internal static readonly string[] Required = ["personKey", "channel", "purpose", "status", "givenAt"];

    private static readonly FrozenDictionary<string, ConsentStatus> Words = new Dictionary<string, ConsentStatus>(StringComparer.Ordinal)
    {
        ["granted"] = ConsentStatus.Granted,
        ["subscribed"] = ConsentStatus.Granted,
        ["optin"] = ConsentStatus.Granted,
        ["yes"] = ConsentStatus.Granted,
        ["true"] = ConsentStatus.Granted,
        ["1"] = ConsentStatus.Granted,
        ["denied"] = ConsentStatus.Denied,
        ["no"] = ConsentStatus.Denied,
        ["false"] = ConsentStatus.Denied,
        ["0"] = ConsentStatus.Denied,
        ["withdrawn"] = ConsentStatus.Withdrawn,
        ["unsubscribed"] = ConsentStatus.Withdrawn,
        ["optout"] = ConsentStatus.Withdrawn,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FieldRow _row = new(mapping);

    internal override Message? Map(JsonElement record, out string? problem)
    {
        _row.Load(record);
        problem = null;
        if (_row.Text("personKey") is not { } person || _row.Text("channel") is not { } channel || _row.Text("purpose") is not { } purpose)
        {
            problem = "it does not say whose consent to what it is; expected values for 'personKey', 'channel' and 'purpose'";
            return null;
        }

        var word = _row.Text("status")?.Replace("-", string.Empty, StringComparison.Ordinal).Replace("_", string.Empty, StringComparison.Ordinal);
        if (word is null || !Words.TryGetValue(word, out var status))
        {
            problem = "its 'status' is no consent; expected a word such as granted, denied, withdrawn, yes or no";
            return null;
        }

        if (_row.Text("givenAt") is not { } time || dates.Read(time) is not { } givenAt)
        {
            problem = "its 'givenAt' is no point in time";
            return null;
        }

        var consent = new ConsentRecord(stream, person, channel, purpose, status, givenAt) { Proof = _row.Text("proof") };
        consent.PersonStream = _row.Text("personStream") ?? stream;
        return consent;
    }
}
