using System.Text;
using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Customers, their records, and the change feed.</summary>
internal sealed class CustomerStore(StoreFile file) : ICustomerStore
{
    internal const string Members = """
        SELECT record_id FROM membership WHERE record_id = ?1 AND anchor_id = ?1
        UNION ALL SELECT record_id FROM membership WHERE anchor_id = ?1 AND anchor_id <> record_id
        """;

    private const int PageSize = 2_000;
    private const int NarrowPageSize = 20_000;
    private const int SearchWordsMax = 8;

    private const string Columns = """
        SELECT r.uid, c.anchor_id, c.record_count, c.golden, c.version, c.changed_at
        FROM customer c JOIN record r ON r.id = c.anchor_id
        """;

    public Task<int> ApplyAsync(ResolutionBatch batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);

        return file.WriteAsync(database => new ResolutionStep(database, batch, now).Run(), cancellationToken);
    }

    public Task<(int Epoch, int Changes)> SwitchAsync(
        ModelSwitch target, IAsyncEnumerable<ResolutionBatch> batches, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(batches);

        return file.WriteAsync(
            database =>
            {
                var epoch = ModelStore.Use(database, target);
                database.Execute("DELETE FROM doubtful");
                var changes = 0;
                foreach (var batch in batches.ToBlockingEnumerable(cancellationToken))
                {
                    changes += new ResolutionStep(database, batch, now).Run();
                }

                cancellationToken.ThrowIfCancellationRequested();
                return (epoch, changes);
            },
            cancellationToken);
    }

    public Task<Customer?> FindAsync(Guid uid, CancellationToken cancellationToken) =>
        file.ReadAsync(
            database =>
            {
                // The alias comes second: a record that is in a customer stands for itself.
                var select = database.Prepare(Columns + """
                     WHERE c.anchor_id = (
                        SELECT coalesce(m.anchor_id, t.anchor_id) FROM record q
                        LEFT JOIN membership m ON m.record_id = q.id
                        LEFT JOIN alias a ON a.record_id = q.id
                        LEFT JOIN membership t ON t.record_id = a.target_id
                        WHERE q.uid = ?)
                    """);
                return ReadOne(select.Bind(1, uid));
            },
            cancellationToken);

    public Task<Customer?> FindByRecordAsync(long recordId, CancellationToken cancellationToken) =>
        file.ReadAsync(
            database => ReadOne(database.Prepare(Columns + """
                 WHERE c.anchor_id = (
                    SELECT m.anchor_id FROM membership m JOIN record q ON q.id = m.record_id WHERE q.id = ? AND q.is_deleted = 0)
                """).Bind(1, recordId)),
            cancellationToken);

    public Task<IReadOnlyList<long>> GetMembersAsync(long anchorId, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<long>>(
            database =>
            {
                var members = new List<long>();
                var select = database.Prepare($"SELECT id FROM record WHERE is_deleted = 0 AND id IN ({Members}) ORDER BY id");
                select.Bind(1, anchorId);
                while (select.Next())
                {
                    members.Add(select.Int64(0));
                }

                return members;
            },
            cancellationToken);

    /// <inheritdoc/>
    /// <remarks>A word matches the beginning of a word of the name. The search reads the folded names of all customers, about
    /// 30 bytes each: some 100 ms for a million customers when few match. At most eight words count.</remarks>
    public Task<IReadOnlyList<Customer>> SearchByNameAsync(string text, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);

        var words = NameFolding.Fold(text).Split(' ', SearchWordsMax + 1, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? Task.FromResult<IReadOnlyList<Customer>>([])
            : file.ReadAsync<IReadOnlyList<Customer>>(database => Search(database, words, limit), cancellationToken);
    }

    public IAsyncEnumerable<Customer> ReadAllAsync(CancellationToken cancellationToken) =>
        file.ReadPagesAsync<Customer>(
            static (database, after, rows) =>
            {
                var select = database.Prepare(Columns + " WHERE c.anchor_id > ? ORDER BY c.anchor_id LIMIT ?");
                select.Bind(1, after).Bind(2, PageSize);
                ReadInto(select, rows);
                return rows.Count == PageSize ? rows[^1].AnchorId : null;
            },
            cancellationToken);

    public IAsyncEnumerable<(RecordRef Record, Guid CustomerId)> ReadLinksAsync(CancellationToken cancellationToken) =>
        file.ReadPagesAsync<(RecordRef Record, Guid CustomerId)>(
            static (database, after, rows) =>
            {
                var last = after;
                var select = database.Prepare("""
                    SELECT m.record_id, so.name, st.name, r.key, a.uid
                    FROM membership m CROSS JOIN record r ON r.id = m.record_id CROSS JOIN record a ON a.id = m.anchor_id
                    CROSS JOIN stream st ON st.id = r.stream_id CROSS JOIN source so ON so.id = st.source_id
                    WHERE m.record_id > ? AND r.is_deleted = 0 ORDER BY m.record_id LIMIT ?
                    """);
                select.Bind(1, after).Bind(2, PageSize);
                while (select.Next())
                {
                    last = select.Int64(0);
                    rows.Add((new RecordRef(select.Text(1), select.Text(2), select.Text(3)), select.Guid(4)));
                }

                return rows.Count == PageSize ? last : null;
            },
            cancellationToken);

    public IAsyncEnumerable<(long RecordId, long AnchorId)> ReadMembershipAsync(CancellationToken cancellationToken) =>
        file.ReadPagesAsync<(long RecordId, long AnchorId)>(
            static (database, after, rows) =>
            {
                var select = database.Prepare("SELECT record_id, anchor_id FROM membership WHERE record_id > ? ORDER BY record_id LIMIT ?");
                select.Bind(1, after).Bind(2, NarrowPageSize);
                while (select.Next())
                {
                    rows.Add((select.Int64(0), select.Int64(1)));
                }

                return rows.Count == NarrowPageSize ? rows[^1].RecordId : null;
            },
            cancellationToken);

    public Task<IReadOnlyList<TimelineEntry>> GetTimelineAsync(
        long anchorId, int offset, int limit, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<TimelineEntry>>(
            database =>
            {
                var entries = new List<TimelineEntry>();
                var select = database.Prepare($"""
                    SELECT i.stream_id, i.key, i.type, i.occurred_at, i.person_stream_id, i.person_key, i.body
                    FROM record r JOIN interaction i ON i.person_stream_id = r.stream_id AND i.person_key = r.key
                    WHERE r.is_deleted = 0 AND r.id IN ({Members})
                    ORDER BY i.occurred_at DESC, i.id DESC LIMIT ?2 OFFSET ?3
                    """);
                select.Bind(1, anchorId).Bind(2, limit).Bind(3, offset);
                while (select.Next())
                {
                    var (sourceId, stream) = database.Streams.Get(select.Int64(0));
                    entries.Add(new TimelineEntry(sourceId, new Interaction(
                        stream, select.Text(1), select.Text(2), select.Time(3),
                        database.Streams.Get(select.Int64(4)).Name, select.Text(5), select.Text(6))));
                }

                return entries;
            },
            cancellationToken);

    public Task<IReadOnlyList<ReviewItem>> ListReviewAsync(int limit, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<ReviewItem>>(database => new ReviewRows(database).List(limit), cancellationToken);

    public Task<IReadOnlyList<DoubtfulPair>> ListDoubtfulOfAsync(IReadOnlyList<long> recordIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recordIds);

        return file.ReadAsync<IReadOnlyList<DoubtfulPair>>(database => new ReviewRows(database).Of(recordIds), cancellationToken);
    }

    public Task<IReadOnlyList<CustomerChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<CustomerChange>>(
            database =>
            {
                var changes = new List<CustomerChange>();
                var select = database.Prepare(
                    "SELECT sequence, kind, customer_uid, other_uid, at FROM feed WHERE sequence > ? ORDER BY sequence LIMIT ?");
                select.Bind(1, after).Bind(2, limit);
                while (select.Next())
                {
                    changes.Add(new CustomerChange(
                        select.Int64(0), (ChangeKind)select.Int32(1), select.Guid(2), select.GuidOrNull(3), select.Time(4)));
                }

                return changes;
            },
            cancellationToken);

    public Task<HubTotals> GetTotalsAsync(CancellationToken cancellationToken) =>
        file.ReadAsync(
            database =>
            {
                var select = database.Prepare("""
                    SELECT (SELECT count(*) FROM record WHERE is_deleted = 0), (SELECT count(*) FROM customer),
                        (SELECT count(DISTINCT anchor_id) FROM membership WHERE anchor_id <> record_id),
                        (SELECT count(*) FROM doubtful), (SELECT count(*) FROM quarantine),
                        (SELECT count(*) FROM interaction), (SELECT count(*) FROM consent)
                    """);
                select.Next();
                return new HubTotals(
                    select.Int64(0), select.Int64(1), select.Int64(2), select.Int64(3), select.Int64(4), select.Int64(5), select.Int64(6));
            },
            cancellationToken);

    private static List<Customer> Search(Database database, string[] words, int limit)
    {
        var sql = new StringBuilder(Columns).Append(" JOIN customer_name n ON n.anchor_id = c.anchor_id WHERE ");
        var count = Math.Min(words.Length, SearchWordsMax);
        for (var i = 0; i < count; i++)
        {
            sql.Append("instr(n.folded, ?) > 0 AND ");
        }

        sql.Append("TRUE ORDER BY c.anchor_id LIMIT ?");
        var select = database.Prepare(sql.ToString());
        for (var i = 0; i < count; i++)
        {
            select.Bind(i + 1, " " + words[i]);
        }

        var customers = new List<Customer>();
        ReadInto(select.Bind(count + 1, limit), customers);
        return customers;
    }

    private static Customer? ReadOne(Statement select) => select.Next() ? Read(select) : null;

    private static void ReadInto(Statement select, List<Customer> customers)
    {
        while (select.Next())
        {
            customers.Add(Read(select));
        }
    }

    private static Customer Read(Statement row) =>
        new(row.Guid(0), row.Int64(1), row.Int32(2), row.Text(3), row.Int64(4), row.Time(5));
}
