using System.Buffers;
using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Golden;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Makes a part of a step's customers: reads their records, builds the golden records, and notes tokens and marks of those
/// that were pending. Two parts of one step are made at the same time.</summary>
internal sealed class CustomerPart(
    IHubStore store, GoldenBuilder golden, IReadOnlyDictionary<int, Source> sources, PendingMarks pending)
{
    private readonly ArrayBufferWriter<byte> _output = new(2_048);
    private readonly List<GoldenInput> _inputs = [];

    internal List<ResolvedCustomer> Customers { get; } = [];

    internal List<(long Token, long RecordId)> Tokens { get; } = [];

    internal List<(long RecordId, long Change)> Settled { get; } = [];

    /// <summary>Makes customers in place of those made before.</summary>
    /// <param name="clusters">The records of each.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal async Task MakeAsync(ReadOnlyMemory<long[]> clusters, CancellationToken cancellationToken)
    {
        Customers.Clear();
        Tokens.Clear();
        Settled.Clear();
        var ids = new List<long>();
        for (var i = 0; i < clusters.Length; i++)
        {
            ids.AddRange(clusters.Span[i]);
        }

        var records = await store.Records.GetAsync(ids, cancellationToken);
        Fill(clusters.Span, records);
    }

    private void Fill(ReadOnlySpan<long[]> clusters, IReadOnlyList<SourceRecord> records)
    {
        var next = 0;
        foreach (var members in clusters)
        {
            _inputs.Clear();
            for (var i = 0; i < members.Length; i++, next++)
            {
                var record = records[next];
                var source = sources[record.SourceId];
                _inputs.Add(new GoldenInput(record, source.Name, source.Trust));
                if (pending.IndexOf(record.Id) is >= 0 and var mark)
                {
                    Settled.Add(pending[mark]);
                    AddTokens(record);
                }
            }

            _output.ResetWrittenCount();
            golden.WriteValues(_inputs, _output);
            Customers.Add(new ResolvedCustomer(members[0], members, _output.WrittenSpan.ToArray()));
        }
    }

    private void AddTokens(SourceRecord record)
    {
        var fields = record.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (LookupToken.Covers(field.Name))
            {
                Tokens.Add((LookupToken.Of(field.Name, field.Value), record.Id));
            }
        }
    }
}
