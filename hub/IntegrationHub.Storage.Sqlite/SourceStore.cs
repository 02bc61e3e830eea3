using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Sources and their secrets.</summary>
internal sealed partial class SourceStore(StoreFile file) : ISourceStore
{
    private const string Columns = "SELECT id, name, connector_id, settings, trust, is_deduplicated, created_at, plugin_version FROM source";

    // In this order: deleted records keep their streams, the rest of the source goes.
    private static readonly string[] Removal =
    [
        """
        INSERT INTO pending(record_id, change)
        SELECT id, ?2 FROM record WHERE is_deleted = 0 AND stream_id IN (SELECT id FROM stream WHERE source_id = ?1) ORDER BY id
        ON CONFLICT(record_id) DO UPDATE SET change = excluded.change
        """,
        "UPDATE record SET is_deleted = 1 WHERE is_deleted = 0 AND stream_id IN (SELECT id FROM stream WHERE source_id = ?1)",
        "DELETE FROM interaction WHERE stream_id IN (SELECT id FROM stream WHERE source_id = ?1)",
        "DELETE FROM consent WHERE person_stream_id IN (SELECT id FROM stream WHERE source_id = ?1)",
        "DELETE FROM checkpoint WHERE stream_id IN (SELECT id FROM stream WHERE source_id = ?1)",
        "DELETE FROM quarantine WHERE source_id = ?1",
        "DELETE FROM secret WHERE source_id = ?1",
        "DELETE FROM lease WHERE source_id = ?1",
        "DELETE FROM source_upgrade_checkpoint WHERE upgrade_id IN (SELECT id FROM source_upgrade WHERE source_id = ?1)",
        "DELETE FROM source_upgrade WHERE source_id = ?1",
        "UPDATE source SET is_removed = 1, settings = '{}' WHERE id = ?1",
    ];

    public Task<Source?> AddAsync(Source source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        return file.WriteAsync<Source?>(
            database =>
            {
                var insert = database.Prepare("""
                    INSERT INTO source(name, connector_id, settings, trust, is_deduplicated, created_at, plugin_version) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT(name) WHERE is_removed = 0 DO NOTHING RETURNING id
                    """);
                insert.Bind(1, source.Name).Bind(2, source.ConnectorId).Bind(3, source.Settings)
                    .Bind(4, source.Trust).Bind(5, source.IsDeduplicated).Bind(6, source.CreatedAt)
                    .Bind(7, source.PluginVersion);
                return insert.Next() ? source with { Id = insert.Int32(0) } : null;
            },
            cancellationToken);
    }

    public Task UpdateAsync(Source source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        return file.WriteAsync(
            database => database
                .Prepare("UPDATE source SET settings = ?, trust = ?, is_deduplicated = ? WHERE id = ? AND is_removed = 0")
                .Bind(1, source.Settings).Bind(2, source.Trust).Bind(3, source.IsDeduplicated).Bind(4, source.Id).Run(),
            cancellationToken);
    }

    public Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<Source>>(
            database =>
            {
                var sources = new List<Source>();
                var select = database.Prepare(Columns + " WHERE is_removed = 0 ORDER BY name");
                while (select.Next())
                {
                    sources.Add(Read(select));
                }

                return sources;
            },
            cancellationToken);

    public Task<Source?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);

        return file.ReadAsync(
            database =>
            {
                var select = database.Prepare(Columns + " WHERE name = ? AND is_removed = 0").Bind(1, name);
                return select.Next() ? Read(select) : null;
            },
            cancellationToken);
    }

    public Task RemoveAsync(int sourceId, CancellationToken cancellationToken) =>
        file.WriteAsync(
            database =>
            {
                var change = Counter.Next(database, Counter.Change);
                foreach (var sql in Removal)
                {
                    var statement = database.Prepare(sql).Bind(1, sourceId);
                    if (sql == Removal[0])
                    {
                        statement.Bind(2, change);
                    }

                    statement.Run();
                }

                return change;
            },
            cancellationToken);

    public Task SetSecretAsync(int sourceId, string name, byte[] encrypted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(encrypted);

        return file.WriteAsync(
            database => database.Prepare("INSERT OR REPLACE INTO secret(source_id, name, encrypted) VALUES (?, ?, ?)")
                .Bind(1, sourceId).Bind(2, name).BindBlob(3, encrypted).Run(),
            cancellationToken);
    }

    public Task<byte[]?> GetSecretAsync(int sourceId, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);

        return file.ReadAsync(
            database =>
            {
                var select = database.Prepare("SELECT encrypted FROM secret WHERE source_id = ? AND name = ?")
                    .Bind(1, sourceId).Bind(2, name);
                return select.Next() ? select.Bytes(0).ToArray() : null;
            },
            cancellationToken);
    }

    private static Source Read(Statement row) => new()
    {
        Id = row.Int32(0),
        Name = row.Text(1),
        ConnectorId = row.Text(2),
        Settings = row.Text(3),
        Trust = row.Double(4),
        IsDeduplicated = row.Boolean(5),
        CreatedAt = row.Time(6),
        PluginVersion = row.TextOrNull(7),
    };
}
