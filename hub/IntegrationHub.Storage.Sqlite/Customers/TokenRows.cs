using System.Runtime.InteropServices;
using IntegrationHub.Core.Customers;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Look-up tokens. A record's tokens in a batch are all it has; those it had before and has no more go.</summary>
/// <remarks>Tokens are hashes, so they come in no order: all changes are gathered and sorted first, so that the index is
/// walked once from left to right.</remarks>
internal static class TokenRows
{
    public static void Replace(Database database, ResolutionBatch batch)
    {
        var added = new List<(long Token, long RecordId)>();
        var removed = new List<(long Token, long RecordId)>();
        if (batch.Tokens.Count > 0)
        {
            Compare(database, batch.Tokens, added, removed);
        }

        foreach (var orphan in batch.Orphans)
        {
            Forget(database, orphan, removed);
        }

        Apply(database.Prepare("DELETE FROM lookup WHERE token = ? AND record_id = ?"), removed);
        Apply(database.Prepare("INSERT OR IGNORE INTO lookup(token, record_id) VALUES (?, ?)"), added);
    }

    private static void Compare(
        Database database, List<(long Token, long RecordId)> tokens, List<(long, long)> added, List<(long, long)> removed)
    {
        var sorted = tokens.ToArray();
        Array.Sort(sorted, static (x, y) => x.RecordId != y.RecordId ? x.RecordId.CompareTo(y.RecordId) : x.Token.CompareTo(y.Token));
        var store = database.Prepare("INSERT OR REPLACE INTO record_token(record_id, tokens) VALUES (?, ?)");
        var now = new List<long>();
        for (var start = 0; start < sorted.Length;)
        {
            var recordId = sorted[start].RecordId;
            now.Clear();
            for (; start < sorted.Length && sorted[start].RecordId == recordId; start++)
            {
                if (now.Count == 0 || now[^1] != sorted[start].Token)
                {
                    now.Add(sorted[start].Token);
                }
            }

            var before = Read(database, recordId);
            if (CollectionsMarshal.AsSpan(now).SequenceEqual(before))
            {
                continue;
            }

            Difference(now, before, recordId, added);
            Difference(before, now, recordId, removed);
            store.Bind(1, recordId).BindBlob(2, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(now))).Run();
        }
    }

    private static void Difference(IReadOnlyCollection<long> tokens, IReadOnlyCollection<long> other, long recordId, List<(long, long)> result)
    {
        foreach (var token in tokens)
        {
            if (other.Count == 0 || !other.Contains(token))
            {
                result.Add((token, recordId));
            }
        }
    }

    private static void Forget(Database database, long recordId, List<(long, long)> removed)
    {
        foreach (var token in Read(database, recordId))
        {
            removed.Add((token, recordId));
        }

        database.Prepare("DELETE FROM record_token WHERE record_id = ?").Bind(1, recordId).Run();
    }

    private static long[] Read(Database database, long recordId)
    {
        var select = database.Prepare("SELECT tokens FROM record_token WHERE record_id = ?").Bind(1, recordId);
        if (!select.Next())
        {
            return [];
        }

        var tokens = MemoryMarshal.Cast<byte, long>(select.Bytes(0)).ToArray();
        select.Reset();
        return tokens;
    }

    private static void Apply(Statement statement, List<(long Token, long RecordId)> changes)
    {
        changes.Sort(static (x, y) => x.Token != y.Token ? x.Token.CompareTo(y.Token) : x.RecordId.CompareTo(y.RecordId));
        foreach (var (token, recordId) in changes)
        {
            statement.Bind(1, token).Bind(2, recordId).Run();
        }
    }
}
