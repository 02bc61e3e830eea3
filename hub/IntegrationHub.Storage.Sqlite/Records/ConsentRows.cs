using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Writes and reads consents: appended, never changed; the same choice delivered again is the same row.</summary>
/// <remarks>A consent makes no record pending: it is read with <see cref="List"/> when a customer is shown, and is no part of
/// the cached golden record.</remarks>
internal sealed class ConsentRows(Database database, RecordBatch batch)
{
    public static IReadOnlyList<(long RecordId, Consent Consent)> List(Database database, IReadOnlyList<long> recordIds)
    {
        var found = new List<(long Order, long RecordId, Consent Consent)>();
        var select = database.Prepare("""
            SELECT c.id, c.channel, c.purpose, c.status, c.given_at, c.proof, r.stream_id, r.key
            FROM record r JOIN consent c ON c.person_stream_id = r.stream_id AND c.person_key = r.key WHERE r.id = ?
            """);
        foreach (var recordId in recordIds)
        {
            select.Bind(1, recordId);
            while (select.Next())
            {
                var consent = new Consent(
                    database.Streams.Get(select.Int64(6)).Name, select.Text(7), select.Text(1), select.Text(2),
                    (ConsentStatus)select.Int32(3), select.Time(4), select.TextOrNull(5));
                found.Add((select.Int64(0), recordId, consent));
            }
        }

        return found.OrderBy(f => f.Consent.GivenAt).ThenBy(f => f.Order).Select(f => (f.RecordId, f.Consent)).ToList();
    }

    public void Write(BatchOutcome outcome)
    {
        if (batch.Consents.Count == 0)
        {
            return;
        }

        var hash = new ContentHash();
        var insert = database.Prepare("""
            INSERT INTO consent(person_stream_id, person_key, hash, channel, purpose, status, given_at, proof, run_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(person_stream_id, person_key, hash) DO NOTHING
            """);
        foreach (var consent in batch.Consents)
        {
            var stream = database.Streams.Intern(batch.SourceId, consent.PersonStream);
            if (consent.IsStated && LatestStatus(stream, consent) == consent.Status)
            {
                continue;
            }

            var content = hash.Start().Add(consent.Channel).Add(consent.Purpose).Add((long)consent.Status)
                .Add(consent.GivenAt.ToUnixTimeMilliseconds()).Add(consent.Proof).End();
            var isNew = insert.Bind(1, stream).Bind(2, consent.PersonKey)
                .BindBlob(3, content).Bind(4, consent.Channel).Bind(5, consent.Purpose).Bind(6, (long)consent.Status)
                .Bind(7, consent.GivenAt).Bind(8, consent.Proof).Bind(9, batch.RunId).Run() > 0;
            if (!consent.IsStated)
            {
                var counts = outcome.For(consent.PersonStream);
                counts.New += isNew ? 1 : 0;
                counts.Unchanged += isNew ? 0 : 1;
            }
        }
    }

    private ConsentStatus? LatestStatus(long stream, Consent consent)
    {
        var latest = database.Prepare("""
            SELECT status FROM consent
            WHERE person_stream_id = ? AND person_key = ? AND channel = ? AND purpose = ?
            ORDER BY given_at DESC, id DESC LIMIT 1
            """).Bind(1, stream).Bind(2, consent.PersonKey).Bind(3, consent.Channel).Bind(4, consent.Purpose);
        ConsentStatus? status = latest.Next() ? (ConsentStatus)latest.Int32(0) : null;
        latest.Reset();
        return status;
    }
}
