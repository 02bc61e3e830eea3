using System.Runtime.InteropServices;
using IntegrationHub.Core.Customers;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Look-up tokens. A record's tokens in a batch are all it has; those it had before and has no more go.</summary>
/// <remarks>Tokens are hashes, so they come in no order: all changes are gathered and sorted first, so that the index is
/// walked once from left to right.</remarks>
internal sealed class TokenRows(Database database)
{
    private readonly List<(long Token, long RecordId)> _added = [];
    private readonly List<(long Token, long RecordId)> _removed = [];
    private readonly Statement _read = database.Prepare("SELECT tokens FROM record_token WHERE record_id = ?");
    private readonly Statement _store = database.Prepare("INSERT OR REPLACE INTO record_token(record_id, tokens) VALUES (?, ?)");
    private readonly Statement _forget = database.Prepare("DELETE FROM record_token WHERE record_id = ?");

    /// <summary>Writes the tokens of a step's records.</summary>
    /// <param name="batch">The step. A record that it settles without any token has none.</param>
    public void Replace(ResolutionBatch batch)
    {
        var tokens = batch.Tokens.ToArray();
        Array.Sort(tokens, static (x, y) => x.RecordId != y.RecordId ? x.RecordId.CompareTo(y.RecordId) : x.Token.CompareTo(y.Token));
        var now = new List<long>();
        for (var start = 0; start < tokens.Length;)
        {
            var recordId = tokens[start].RecordId;
            now.Clear();
            for (; start < tokens.Length && tokens[start].RecordId == recordId; start++)
            {
                if (now.Count == 0 || now[^1] != tokens[start].Token)
                {
                    now.Add(tokens[start].Token);
                }
            }

            Replace(recordId, CollectionsMarshal.AsSpan(now));
        }

        foreach (var (recordId, _) in batch.Settled)
        {
            if (!Holds(tokens, recordId))
            {
                Replace(recordId, []);
            }
        }

        Apply(database.Prepare("DELETE FROM lookup WHERE token = ? AND record_id = ?"), _removed);
        Apply(database.Prepare("INSERT OR IGNORE INTO lookup(token, record_id) VALUES (?, ?)"), _added);
    }

    private static bool Holds((long Token, long RecordId)[] sorted, long recordId)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = sorted[middle].RecordId < recordId ? (middle + 1, high) : (low, middle);
        }

        return low < sorted.Length && sorted[low].RecordId == recordId;
    }

    private static void Apply(Statement statement, List<(long Token, long RecordId)> changes)
    {
        changes.Sort(static (x, y) => x.Token != y.Token ? x.Token.CompareTo(y.Token) : x.RecordId.CompareTo(y.RecordId));
        foreach (var (token, recordId) in changes)
        {
            statement.Bind(1, token).Bind(2, recordId).Run();
        }
    }

    private void Replace(long recordId, ReadOnlySpan<long> now)
    {
        var hadAny = _read.Bind(1, recordId).Next();
        var before = hadAny ? MemoryMarshal.Cast<byte, long>(_read.Bytes(0)) : default;
        var isSame = now.SequenceEqual(before);
        if (!isSame)
        {
            AddMissing(now, before, recordId, _added);
            AddMissing(before, now, recordId, _removed);
        }

        _read.Reset();
        if (!isSame && now.IsEmpty)
        {
            _forget.Bind(1, recordId).Run();
        }
        else if (!isSame)
        {
            _store.Bind(1, recordId).BindBlob(2, MemoryMarshal.AsBytes(now)).Run();
        }
    }

    private static void AddMissing(ReadOnlySpan<long> tokens, ReadOnlySpan<long> from, long recordId, List<(long, long)> result)
    {
        foreach (var token in tokens)
        {
            if (!from.Contains(token))
            {
                result.Add((token, recordId));
            }
        }
    }
}
