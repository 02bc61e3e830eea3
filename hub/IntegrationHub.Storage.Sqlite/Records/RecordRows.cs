using IntegrationHub.Core.Records;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Reads source records out of the two tables that hold them.</summary>
internal static class RecordRows
{
    /// <summary>What <see cref="Read"/> expects; a condition on <c>r</c> or a further join follows.</summary>
    public const string Columns = """
        SELECT r.id, r.stream_id, r.key, r.is_deleted, r.uid, r.run_id, r.first_seen_at, r.updated_at, f.fields
        FROM record r JOIN record_fields f ON f.record_id = r.id
        """;

    public static SourceRecord Read(Database database, Statement row)
    {
        var (sourceId, stream) = database.Streams.Get(row.Int64(1));
        return new SourceRecord
        {
            Id = row.Int64(0),
            Uid = row.Guid(4),
            SourceId = sourceId,
            Stream = stream,
            Key = row.Text(2),
            Fields = FieldCodec.Read(row.Bytes(8)),
            UpdatedAt = row.TimeOrNull(7),
            FirstSeenAt = row.Time(6),
            RunId = row.Int64(5),
            IsDeleted = row.Boolean(3),
        };
    }
}
