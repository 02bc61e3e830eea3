using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Versions of the match model, and which is in use.</summary>
internal sealed class ModelStore(StoreFile file) : IModelStore
{
    private const int LearnedByItselfMax = 20;
    private const string Columns = "SELECT epoch, origin, created_at, created_by, records, json, report FROM model";

    /// <summary>Puts a model in use, inside the transaction that writes its customers.</summary>
    /// <param name="database">The connection.</param>
    /// <param name="target">The model.</param>
    /// <returns>Its epoch.</returns>
    public static int Use(Database database, ModelSwitch target)
    {
        var epoch = target.New is { } model ? Add(database, model) : target.Epoch;
        if (epoch != 0 && Find(database, epoch) is null)
        {
            throw new InvalidOperationException($"There is no model of epoch {epoch}; nothing was written.");
        }

        Prune(database, epoch);
        database.Prepare("UPDATE model_use SET epoch = ?, is_pinned = ?").Bind(1, epoch).Bind(2, target.IsPinned).Run();
        return epoch;
    }

    public Task<IReadOnlyList<ModelVersion>> ListAsync(CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<ModelVersion>>(
            database =>
            {
                var versions = new List<ModelVersion>();
                var select = database.Prepare(Columns + " ORDER BY epoch DESC");
                while (select.Next())
                {
                    versions.Add(Read(select));
                }

                return versions;
            },
            cancellationToken);

    public Task<ModelVersion?> FindAsync(int epoch, CancellationToken cancellationToken) =>
        file.ReadAsync(database => Find(database, epoch), cancellationToken);

    public Task<ModelUse> GetUseAsync(CancellationToken cancellationToken) =>
        file.ReadAsync(
            database =>
            {
                var select = database.Prepare("SELECT epoch, is_pinned FROM model_use");
                select.Next();
                return new ModelUse(select.Int32(0), select.Boolean(1));
            },
            cancellationToken);

    public Task SetPinnedAsync(bool isPinned, CancellationToken cancellationToken) =>
        file.WriteAsync(database => database.Prepare("UPDATE model_use SET is_pinned = ?").Bind(1, isPinned).Run(), cancellationToken);

    /// <summary>Removes what the hub learned by itself long ago; what a person stands behind is kept.</summary>
    private static void Prune(Database database, int epoch) =>
        database.Prepare("DELETE FROM model WHERE origin = ? AND epoch <> ? AND epoch <= (SELECT max(epoch) FROM model) - ?")
            .Bind(1, (long)ModelOrigin.TrainedByItself).Bind(2, epoch).Bind(3, LearnedByItselfMax).Run();

    private static int Add(Database database, ModelVersion model)
    {
        var insert = database.Prepare("""
            INSERT INTO model(origin, created_at, created_by, records, json, report) VALUES (?, ?, ?, ?, ?, ?) RETURNING epoch
            """);
        insert.Bind(1, (long)model.Origin).Bind(2, model.CreatedAt).Bind(3, model.CreatedBy).Bind(4, model.Records)
            .Bind(5, model.Json).Bind(6, model.Report).Next();
        var epoch = insert.Int32(0);
        insert.Reset();
        return epoch;
    }

    private static ModelVersion? Find(Database database, int epoch)
    {
        var select = database.Prepare(Columns + " WHERE epoch = ?").Bind(1, epoch);
        if (!select.Next())
        {
            return null;
        }

        var version = Read(select);
        select.Reset();
        return version;
    }

    private static ModelVersion Read(Statement row) => new()
    {
        Epoch = row.Int32(0),
        Origin = (ModelOrigin)row.Int32(1),
        CreatedAt = row.Time(2),
        CreatedBy = row.Text(3),
        Records = row.Int64(4),
        Json = row.Text(5),
        Report = row.Text(6),
    };
}
