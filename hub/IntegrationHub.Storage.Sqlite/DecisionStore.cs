using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Decisions. What was replaced or withdrawn stays, with who, when and why.</summary>
internal sealed class DecisionStore(StoreFile file) : IDecisionStore
{
    private const string Columns = "SELECT record_a, record_b, is_same, decided_by, decided_at, why";
    private const string InForce = "withdrawn_at IS NULL AND replaced_by IS NULL";

    public Task AddAsync(IReadOnlyList<Decision> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentOutOfRangeException.ThrowIfZero(act.Count, nameof(act));

        var ordered = act.Select(InOrder).ToList();
        return file.WriteAsync(
            database =>
            {
                long? first = null;
                foreach (var decision in ordered)
                {
                    first = Add(database, decision, first);
                }

                return MarkPending(database, ordered);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<Decision>> WithdrawAsync(
        long recordA, long recordB, bool isWholeAct, Withdrawal withdrawal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);

        var (a, b) = Order(recordA, recordB);
        return file.WriteAsync<IReadOnlyList<Decision>>(
            database =>
            {
                var withdrawn = new List<Decision>();
                foreach (var (id, decision) in Find(database, a, b, isWholeAct))
                {
                    Withdraw(database, id, withdrawal);
                    withdrawn.Add(decision);
                }

                if (withdrawn.Count > 0)
                {
                    MarkPending(database, withdrawn);
                }

                return withdrawn;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<Decision>> ListAsync(CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<Decision>>(
            database =>
            {
                var decisions = new List<Decision>();
                var select = database.Prepare($"{Columns} FROM decision WHERE {InForce} ORDER BY id");
                while (select.Next())
                {
                    decisions.Add(Read(select));
                }

                return decisions;
            },
            cancellationToken);

    public Task<IReadOnlyList<DecisionEntry>> ListHistoryAsync(CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<DecisionEntry>>(
            database =>
            {
                var entries = new List<DecisionEntry>();
                var select = database.Prepare(
                    $"{Columns}, id, act, replaced_by, withdrawn_by, withdrawn_at, withdrawn_why FROM decision ORDER BY id DESC");
                while (select.Next())
                {
                    var withdrawal = select.TimeOrNull(10) is { } at ? new Withdrawal(select.Text(9), at, select.TextOrNull(11)) : null;
                    var state = withdrawal is not null ? DecisionState.Withdrawn : select.IsNull(8) ? DecisionState.InForce : DecisionState.Replaced;
                    entries.Add(new DecisionEntry(select.Int64(6), select.Int64(7), Read(select), state, withdrawal));
                }

                return entries;
            },
            cancellationToken);

    private static Decision Read(Statement row) =>
        new(row.Int64(0), row.Int64(1), row.Boolean(2), row.Text(3), row.Time(4), row.TextOrNull(5));

    private static Decision InOrder(Decision decision)
    {
        var (a, b) = Order(decision.RecordA, decision.RecordB);
        return decision with { RecordA = a, RecordB = b };
    }

    private static (long A, long B) Order(long recordA, long recordB)
    {
        if (recordA == recordB)
        {
            throw new ArgumentException($"A decision is about two records; record {recordA} was given twice.", nameof(recordB));
        }

        return recordA < recordB ? (recordA, recordB) : (recordB, recordA);
    }

    private static long Add(Database database, Decision decision, long? act)
    {
        long? replaced = FindInForce(database, decision.RecordA, decision.RecordB) is { } known ? known.Id : null;
        if (replaced is { } old)
        {
            // Out of the way of the index first; it gets the number of its successor below.
            database.Prepare("UPDATE decision SET replaced_by = 0 WHERE id = ?").Bind(1, old).Run();
        }

        var insert = database.Prepare("""
            INSERT INTO decision(record_a, record_b, is_same, decided_by, decided_at, why, act) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """);
        insert.Bind(1, decision.RecordA).Bind(2, decision.RecordB).Bind(3, decision.IsSame).Bind(4, decision.By).Bind(5, decision.At)
            .Bind(6, decision.Why).Bind(7, act).Next();
        var id = insert.Int64(0);
        insert.Reset();
        if (act is null)
        {
            database.Prepare("UPDATE decision SET act = id WHERE id = ?").Bind(1, id).Run();
        }

        if (replaced is { } before)
        {
            database.Prepare("UPDATE decision SET replaced_by = ? WHERE id = ?").Bind(1, id).Bind(2, before).Run();
        }

        return act ?? id;
    }

    private static (long Id, long Act)? FindInForce(Database database, long a, long b)
    {
        var select = database.Prepare($"SELECT id, act FROM decision WHERE record_a = ? AND record_b = ? AND {InForce}").Bind(1, a).Bind(2, b);
        if (!select.Next())
        {
            return null;
        }

        var found = (select.Int64(0), select.Int64(1));
        select.Reset();
        return found;
    }

    private static List<(long Id, Decision Decision)> Find(Database database, long a, long b, bool isWholeAct)
    {
        var found = new List<(long Id, Decision Decision)>();
        if (FindInForce(database, a, b) is not { } known)
        {
            return found;
        }

        var select = isWholeAct
            ? database.Prepare($"{Columns}, id FROM decision WHERE act = ? AND withdrawn_at IS NULL ORDER BY id").Bind(1, known.Act)
            : database.Prepare($"{Columns}, id FROM decision WHERE id = ?").Bind(1, known.Id);
        while (select.Next())
        {
            found.Add((select.Int64(6), Read(select)));
        }

        return found;
    }

    /// <summary>Takes a decision out of its pair's pile: what lay under it now lies under what lay over it, if anything.</summary>
    private static void Withdraw(Database database, long id, Withdrawal withdrawal)
    {
        database.Prepare("UPDATE decision SET withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ? WHERE id = ?")
            .Bind(1, withdrawal.By).Bind(2, withdrawal.At).Bind(3, withdrawal.Why).Bind(4, id).Run();
        database.Prepare("UPDATE decision SET replaced_by = (SELECT replaced_by FROM decision WHERE id = ?1) WHERE replaced_by = ?1 AND withdrawn_at IS NULL")
            .Bind(1, id).Run();
    }

    private static long MarkPending(Database database, List<Decision> decisions)
    {
        var change = Counter.Next(database, Counter.Change);
        var mark = database.Prepare(PendingSql.Mark);
        foreach (var decision in decisions)
        {
            mark.Bind(1, decision.RecordA).Bind(2, change).Run();
            mark.Bind(1, decision.RecordB).Bind(2, change).Run();
        }

        return change;
    }
}
