using System.Text;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate.Cards;

namespace IntegrationHub.Sync.Gate;

/// <summary>The only way into the store: checks shape and limits, masks payment cards, normalises, turns
/// <c>consent:</c> fields into choices. What fails becomes a quarantined record with the reason; nothing is thrown for bad data.</summary>
/// <remarks>Stateless and thread-safe; the clock comes in with each call. Values of <c>consent:</c> fields leave the record:
/// they are in <see cref="GateResult{T}.Consents"/> only.</remarks>
/// <param name="options">Region and limits.</param>
public sealed class RecordGate(GateOptions options)
{
    private static readonly IReadOnlyList<Consent> NoConsents = [];
    private readonly GateOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>Takes in what a source says about one person.</summary>
    /// <param name="record">The record.</param>
    /// <param name="receivedAt">When the hub read it; dates a choice when the record does not say when it changed.</param>
    /// <param name="region">The source's region (ISO 3166 alpha-2) for phones and dates; <see langword="null"/> for the default.</param>
    /// <returns>The normalised record with its choices, or a quarantined record.</returns>
    public GateResult<IncomingRecord> Admit(PersonRecord record, DateTimeOffset receivedAt, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(record);

        var fault = PersonGate.FindFault(record, _options);
        if (fault is not null && record.Fields.Count > _options.FieldsMax)
        {
            return Refuse<IncomingRecord>(record.Stream, record.Key, fault, payload: null, receivedAt);
        }

        var values = PersonGate.Mask(record.Fields);
        List<Consent>? consents = null;
        fault ??= ConsentFields.Read(record, values, receivedAt, ref consents);
        if (fault is not null)
        {
            return Refuse<IncomingRecord>(record.Stream, record.Key, fault, QuarantinePayload.Write(record, values), receivedAt);
        }

        var context = new FieldContext(values, region ?? _options.DefaultRegion, receivedAt.Year);
        var fields = new Field[values.Length];
        var count = 0;
        foreach (ref readonly var value in values.AsSpan())
        {
            if (!ConsentFields.IsConsent(value.Field))
            {
                fields[count++] = FieldNormalizer.Normalize(value, context);
            }
        }

        if (count < fields.Length)
        {
            Array.Resize(ref fields, count);
        }

        if (record.IsPartial)
        {
            Stamp(fields, record.UpdatedAt ?? receivedAt);
        }

        var incoming = new IncomingRecord(record.Stream, record.Key, CanonicalOrder.Apply(fields), record.UpdatedAt, record.IsPartial);
        return new GateResult<IncomingRecord>(incoming, null, consents ?? NoConsents);
    }

    /// <summary>Takes in an interaction.</summary>
    /// <param name="record">The interaction.</param>
    /// <param name="receivedAt">When the hub read it.</param>
    /// <returns>The interaction with its body as JSON, or a quarantined record.</returns>
    public GateResult<Interaction> Admit(InteractionRecord record, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(record);

        var fault = KeyCheck.FindFault("key", record.Key, _options)
            ?? (record.PersonKey is null ? null : KeyCheck.FindFault("person's key", record.PersonKey, _options));
        var body = InteractionBody.Write(record, _options, out var bodyFault);
        fault ??= bodyFault;
        return fault is null
            ? new GateResult<Interaction>(
                new Interaction(
                    record.Stream, record.Key, Short(record.Type), record.OccurredAt, record.PersonStream ?? record.Stream, record.PersonKey, body!),
                null,
                NoConsents)
            : Refuse<Interaction>(record.Stream, record.Key, fault, QuarantinePayload.Write(record, body), receivedAt);
    }

    /// <summary>Takes in a choice.</summary>
    /// <param name="record">The choice.</param>
    /// <param name="receivedAt">When the hub read it.</param>
    /// <returns>The choice, or a quarantined record.</returns>
    public GateResult<Consent> Admit(ConsentRecord record, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(record);

        var proof = record.Proof is null ? null : CardMasker.Mask(record.Proof);
        if (FindFault(record) is { } fault)
        {
            return Refuse<Consent>(record.Stream, record.PersonKey, fault, QuarantinePayload.Write(record, proof), receivedAt);
        }

        var consent = new Consent(
            record.PersonStream, record.PersonKey, ConsentFields.Fold(record.Channel), ConsentFields.Fold(record.Purpose),
            record.Status, record.GivenAt, proof);
        return new GateResult<Consent>(consent, null, NoConsents);
    }

    /// <summary>Sets aside what a connector could not read, with payment cards masked.</summary>
    /// <param name="record">The rejected record.</param>
    /// <param name="receivedAt">When the hub read it.</param>
    /// <returns>The quarantined record.</returns>
    public QuarantinedRecord Admit(RejectedRecord record, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(record);

        return Refuse<Interaction>(record.Stream, record.Key, record.Reason, record.Raw, receivedAt).Quarantined!;
    }

    private static void Stamp(Field[] fields, DateTimeOffset saidAt)
    {
        foreach (ref var field in fields.AsSpan())
        {
            field = field with { SaidAt = DateTimeOffset.FromUnixTimeMilliseconds(saidAt.ToUnixTimeMilliseconds()) };
        }
    }

    private static string Short(string type) => TextCleaner.Line(CardMasker.Mask(type)).ToLowerInvariant();

    private string? FindFault(ConsentRecord record)
    {
        if (KeyCheck.FindFault("person's key", record.PersonKey, _options) is { } fault)
        {
            return fault;
        }

        if (record.Channel.Length > ConsentFields.NameCharsMax || record.Purpose.Length > ConsentFields.NameCharsMax
            || TextFault.Find(record.Channel) is not null || TextFault.Find(record.Purpose) is not null)
        {
            return $"The channel or purpose of a consent is longer than {ConsentFields.NameCharsMax} characters or holds control characters.";
        }

        if (!Enum.IsDefined(record.Status))
        {
            return "The status of a consent is none of granted, denied, withdrawn.";
        }

        if (record.Proof is null)
        {
            return null;
        }

        return Encoding.UTF8.GetByteCount(record.Proof) > _options.ValueBytesMax
            ? $"The proof of a consent is larger than {_options.ValueBytesMax} bytes."
            : TextFault.Find(record.Proof) is { } proofFault ? $"The proof of a consent {proofFault}." : null;
    }

    private GateResult<T> Refuse<T>(string stream, string? key, string reason, string? payload, DateTimeOffset receivedAt)
        where T : class
    {
        // The payload may come from anywhere, so it is masked here whatever was done to its parts before.
        var isTooLarge = payload is not null && (payload.Length > _options.RawBytesMax || Encoding.UTF8.GetByteCount(payload) > _options.RawBytesMax);
        var raw = payload is null || isTooLarge ? null : CardMasker.MaskPayload(TextFault.WellFormed(payload));
        if (isTooLarge)
        {
            reason += $" The payload is larger than {_options.RawBytesMax} bytes and was not kept.";
        }

        var shownKey = key is null ? null : CardMasker.Mask(TextFault.WellFormed(key.Length > _options.KeyCharsMax ? key[.._options.KeyCharsMax] : key));
        var quarantined = new QuarantinedRecord(stream, shownKey, CardMasker.Mask(TextFault.WellFormed(reason)), raw) { At = receivedAt };
        return new GateResult<T>(null, quarantined, NoConsents);
    }
}
