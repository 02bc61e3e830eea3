using System.Text.Json;
using IntegrationHub.Connectors.Lists.Jsonl;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Plugins.Bridges.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>Turns records into people by a mapping document, exactly as <c>list-file</c> does with rows.</summary>
internal sealed class PersonMapper : StreamMapper
{
    // Set by Airbyte sources that read a database's log.
    private const string DeletedAt = HubRecord.DeletedAt;

    private readonly string _stream;
    private readonly JsonRow _row;
    private readonly RecordMapper _mapper;

    internal PersonMapper(string stream, MappingDocument document, DateReader dates)
    {
        _stream = stream;
        string[] columns =
        [
            .. document.Columns.Select(c => c.Column)
                .Concat(document.Key)
                .Concat(document.Filters.Select(f => f.Column))
                .Distinct(StringComparer.Ordinal),
        ];
        _row = new JsonRow(columns);
        _mapper = new RecordMapper(stream, PlanCompiler.Compile(document, columns, stream), dates);
        HasKey = document.Key.Count > 0;
    }

    private bool HasKey { get; }

    internal override Message? Map(JsonElement record, out string? problem)
    {
        _row.Load(record);
        _mapper.Map(_row, out var message, out problem);
        return message is PersonRecord person && IsDeleted(record) ? DeletionOf(person, out problem) : message;
    }

    internal static bool IsDeleted(JsonElement record) =>
        record.TryGetProperty(DeletedAt, out var deleted) && deleted.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    private DeletedRecord? DeletionOf(PersonRecord person, out string? problem)
    {
        problem = HasKey ? null : "it says that a record was deleted, but the stream has no key; name one in the mapping";
        return HasKey ? new DeletedRecord(_stream, person.Key) : null;
    }
}
