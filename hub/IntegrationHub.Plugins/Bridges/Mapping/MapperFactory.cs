using System.Text.Json;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Proposal;
using IntegrationHub.Plugins.Bridges.Records;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>Makes the mapper of a stream: by the admin's mapping, by what the stream's schema says it is, else by a proposal.</summary>
internal sealed class MapperFactory(StreamMappings mappings, string region, DateTimeOffset now, string baseDirectory)
{
    private readonly DateReader _dates = new(region);

    /// <summary>Makes the mapper.</summary>
    /// <param name="stream">The stream's name in the hub.</param>
    /// <param name="schema">Its JSON schema.</param>
    /// <param name="key">The fields that identify a record, as the program says; counts where the mapping names none.</param>
    /// <exception cref="ConnectorException">The mapping does not fit.</exception>
    internal StreamMapper Make(string stream, JsonElement schema, IReadOnlyList<string> key)
    {
        if (mappings.Find(stream) is not { } mapping)
        {
            return HubRecord.IsMarked(schema) ? new HubRecordMapper(stream) : new PersonMapper(stream, Propose(schema, key), _dates);
        }

        var kind = (string?)mapping["as"] ?? "person";
        mapping.Remove("as");
        switch (kind)
        {
            case "person":
                var document = MappingReader.Read(mapping, baseDirectory)!;
                AddKey(document, key);
                return new PersonMapper(stream, document, _dates);
            case "interaction":
                return new InteractionMapper(
                    stream,
                    StreamMappings.Fields(stream, WithKey(mapping, key), InteractionMapper.Fields, InteractionMapper.Required, InteractionMapper.DetailPrefix),
                    _dates);
            case "consent":
                return new ConsentMapper(
                    stream, StreamMappings.Fields(stream, mapping, ConsentMapper.Fields, ConsentMapper.Required, null), _dates);
            default:
                throw StreamMappings.Wrong($"Stream '{stream}' is mapped as '{kind}'.", "Expected person, interaction or consent.");
        }
    }

    /// <summary>Says whether a stream without a mapping looks like people: a name, a mail address or a phone number is among its fields.</summary>
    internal bool LooksLikePeople(JsonElement schema) =>
        HubRecord.IsMarked(schema) || Propose(schema, []).Columns.Exists(c => IsPersonal(c.Target.Field));

    private static bool IsPersonal(string field) =>
        field is PersonFields.Email or PersonFields.Phone || field.StartsWith("name.", StringComparison.Ordinal);

    // Without values: a proposal by names alone stays the same however the records change.
    private MappingDocument Propose(JsonElement schema, IReadOnlyList<string> key)
    {
        var columns = SchemaColumns.Of(schema);
        var document = new MappingProposer(_dates, now).Propose([.. columns.Select(c => new ColumnSample(c))]);
        if (key.Count > 0)
        {
            document.Key.Clear();
            AddKey(document, key);
        }

        return document;
    }

    private static void AddKey(MappingDocument document, IReadOnlyList<string> key)
    {
        if (document.Key.Count == 0 && !document.Columns.Exists(c => c.Target.Field == MappingTarget.Key))
        {
            document.Key.AddRange(key);
        }
    }

    private static JObject WithKey(JObject mapping, IReadOnlyList<string> key)
    {
        if (mapping["key"] is null && key.Count == 1)
        {
            mapping["key"] = key[0];
        }

        return mapping;
    }
}
