using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Decisions. Withdrawn ones stay, with who and when.</summary>
internal sealed class DecisionStore(StoreFile file) : IDecisionStore
{
    public Task AddAsync(Decision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);

        var (a, b) = Order(decision.RecordA, decision.RecordB);
        return file.WriteAsync(
            database =>
            {
                Withdraw(database, a, b, decision.By, decision.At);
                database.Prepare("""
                    INSERT INTO decision(record_a, record_b, is_same, decided_by, decided_at, why) VALUES (?, ?, ?, ?, ?, ?)
                    """)
                    .Bind(1, a).Bind(2, b).Bind(3, decision.IsSame).Bind(4, decision.By).Bind(5, decision.At).Bind(6, decision.Why).Run();
                return MarkPending(database, a, b);
            },
            cancellationToken);
    }

    public Task<bool> WithdrawAsync(
        long recordA, long recordB, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(by);

        var (a, b) = Order(recordA, recordB);
        return file.WriteAsync(
            database =>
            {
                var isWithdrawn = Withdraw(database, a, b, by, at);
                if (isWithdrawn)
                {
                    MarkPending(database, a, b);
                }

                return isWithdrawn;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<Decision>> ListAsync(CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<Decision>>(
            database =>
            {
                var decisions = new List<Decision>();
                var select = database.Prepare("""
                    SELECT record_a, record_b, is_same, decided_by, decided_at, why FROM decision WHERE withdrawn_at IS NULL ORDER BY id
                    """);
                while (select.Next())
                {
                    decisions.Add(new Decision(
                        select.Int64(0), select.Int64(1), select.Boolean(2), select.Text(3), select.Time(4), select.TextOrNull(5)));
                }

                return decisions;
            },
            cancellationToken);

    private static (long A, long B) Order(long recordA, long recordB)
    {
        if (recordA == recordB)
        {
            throw new ArgumentException($"A decision is about two records; record {recordA} was given twice.", nameof(recordB));
        }

        return recordA < recordB ? (recordA, recordB) : (recordB, recordA);
    }

    private static bool Withdraw(Database database, long a, long b, string by, DateTimeOffset at) => database
        .Prepare("UPDATE decision SET withdrawn_by = ?, withdrawn_at = ? WHERE record_a = ? AND record_b = ? AND withdrawn_at IS NULL")
        .Bind(1, by).Bind(2, at).Bind(3, a).Bind(4, b).Run() > 0;

    private static long MarkPending(Database database, long a, long b)
    {
        var change = Counter.Next(database, Counter.Change);
        var mark = database.Prepare(PendingSql.Mark);
        mark.Bind(1, a).Bind(2, change).Run();
        mark.Bind(1, b).Bind(2, change).Run();
        return change;
    }
}
