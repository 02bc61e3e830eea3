using IntegrationHub.Core.Sources;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>The versions of their plugins that sources were pinned to before.</summary>
internal sealed partial class SourceStore
{
    private const int UpgradesKept = 10;

    private static readonly string[] Forgetting =
    [
        """
        DELETE FROM source_upgrade_checkpoint WHERE upgrade_id IN (
          SELECT id FROM source_upgrade WHERE source_id = ?1 ORDER BY id DESC LIMIT -1 OFFSET ?2)
        """,
        "DELETE FROM source_upgrade WHERE id IN (SELECT id FROM source_upgrade WHERE source_id = ?1 ORDER BY id DESC LIMIT -1 OFFSET ?2)",
    ];

    // ?1 is the upgrade; ?2, where it stands, its source.
    private static readonly string[] RollingBack =
    [
        """
        UPDATE source SET (plugin_version, settings) = (SELECT from_version, settings FROM source_upgrade WHERE id = ?1)
        WHERE id = ?2 AND is_removed = 0
        """,
        "DELETE FROM checkpoint WHERE stream_id IN (SELECT id FROM stream WHERE source_id = ?2)",
        """
        INSERT INTO checkpoint(stream_id, mode, state, cursor, generation)
        SELECT stream_id, mode, state, cursor, generation FROM source_upgrade_checkpoint WHERE upgrade_id = ?1
        """,
        "DELETE FROM source_upgrade_checkpoint WHERE upgrade_id = ?1",
        "DELETE FROM source_upgrade WHERE id = ?1 AND source_id = ?2",
    ];

    public Task UpgradeAsync(Source source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        return file.WriteAsync(
            database =>
            {
                var insert = database.Prepare("""
                    INSERT INTO source_upgrade(source_id, from_version, to_version, settings, upgraded_at)
                    SELECT id, plugin_version, ?2, settings, ?3 FROM source WHERE id = ?1 AND is_removed = 0 RETURNING id
                    """).Bind(1, source.Id).Bind(2, source.PluginVersion).Bind(3, now);
                if (!insert.Next())
                {
                    return 0;
                }

                var upgrade = insert.Int64(0);
                insert.Reset();
                database.Prepare("""
                    INSERT INTO source_upgrade_checkpoint(upgrade_id, stream_id, mode, state, cursor, generation)
                    SELECT ?1, stream_id, mode, state, cursor, generation FROM checkpoint
                    WHERE stream_id IN (SELECT id FROM stream WHERE source_id = ?2)
                    """).Bind(1, upgrade).Bind(2, source.Id).Run();
                foreach (var sql in Forgetting)
                {
                    database.Prepare(sql).Bind(1, source.Id).Bind(2, UpgradesKept).Run();
                }

                return database.Prepare("UPDATE source SET plugin_version = ?, settings = ? WHERE id = ?")
                    .Bind(1, source.PluginVersion).Bind(2, source.Settings).Bind(3, source.Id).Run();
            },
            cancellationToken);
    }

    public Task<SourceUpgrade?> FindUpgradeAsync(int sourceId, CancellationToken cancellationToken) =>
        file.ReadAsync(
            database =>
            {
                var select = database.Prepare("""
                    SELECT id, source_id, from_version, to_version, upgraded_at FROM source_upgrade WHERE source_id = ? ORDER BY id DESC LIMIT 1
                    """).Bind(1, sourceId);
                return select.Next()
                    ? new SourceUpgrade(select.Int64(0), select.Int32(1), select.TextOrNull(2), select.Text(3), select.Time(4))
                    : null;
            },
            cancellationToken);

    public Task RollBackAsync(SourceUpgrade upgrade, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upgrade);

        return file.WriteAsync(
            database =>
            {
                foreach (var sql in RollingBack)
                {
                    var statement = database.Prepare(sql).Bind(1, upgrade.Id);
                    if (sql.Contains("?2", StringComparison.Ordinal))
                    {
                        statement.Bind(2, upgrade.SourceId);
                    }

                    statement.Run();
                }

                return upgrade.Id;
            },
            cancellationToken);
    }
}
