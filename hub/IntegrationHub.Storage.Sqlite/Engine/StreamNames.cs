namespace IntegrationHub.Storage.Sqlite.Engine;

/// <summary>The numbers that stand for streams in the tables. A number never changes its meaning, so it may be remembered.</summary>
internal sealed class StreamNames(Database database)
{
    private readonly Dictionary<(int SourceId, string Name), long> _ids = [];
    private readonly Dictionary<long, (int SourceId, string Name)> _names = [];

    /// <summary>Finds the number of a stream, or gives it one. Only inside a write transaction.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="name">The stream.</param>
    /// <returns>The number.</returns>
    public long Intern(int sourceId, string name)
    {
        if (Find(sourceId, name) is { } known)
        {
            return known;
        }

        var insert = database.Prepare("INSERT INTO stream(source_id, name) VALUES (?, ?) RETURNING id").Bind(1, sourceId).Bind(2, name);
        insert.Next();
        var id = insert.Int64(0);
        insert.Reset();
        _ids[(sourceId, name)] = id;
        return id;
    }

    /// <summary>Finds the number of a stream.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="name">The stream.</param>
    /// <returns>The number, or <see langword="null"/> when nothing was ever stored for it.</returns>
    public long? Find(int sourceId, string name)
    {
        if (_ids.TryGetValue((sourceId, name), out var known))
        {
            return known;
        }

        var select = database.Prepare("SELECT id FROM stream WHERE source_id = ? AND name = ?").Bind(1, sourceId).Bind(2, name);
        if (!select.Next())
        {
            return null;
        }

        var id = select.Int64(0);
        select.Reset();
        _ids[(sourceId, name)] = id;
        return id;
    }

    /// <summary>Says what a number stands for.</summary>
    /// <param name="id">The number, out of the store.</param>
    /// <returns>Source and stream.</returns>
    public (int SourceId, string Name) Get(long id)
    {
        if (_names.TryGetValue(id, out var known))
        {
            return known;
        }

        var select = database.Prepare("SELECT source_id, name FROM stream WHERE id = ?").Bind(1, id);
        if (!select.Next())
        {
            throw new InvalidOperationException($"The store names stream {id}, which it does not have; restore it from a backup.");
        }

        var found = (select.Int32(0), select.Text(1));
        select.Reset();
        _names[id] = found;
        return found;
    }

    /// <summary>Forgets everything, since a transaction that may have given out numbers was rolled back.</summary>
    public void Forget()
    {
        _ids.Clear();
        _names.Clear();
    }
}
