using System.Buffers;
using System.Text.Json;
using IntegrationHub.Golden.Selection;

namespace IntegrationHub.Golden;

/// <summary>Chooses the values that survive for a customer. A pure function of the records and the policy: any order of
/// the records gives the same bytes, and no clock is read (ages are relative to the newest record). Deleted records are passed over.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="policy">The rules.</param>
public sealed class GoldenBuilder(SurvivorshipPolicy policy)
{
    private readonly SurvivorshipPolicy _policy = policy ?? throw new ArgumentNullException(nameof(policy));

    /// <summary>Builds the golden record with lineage and losing values.</summary>
    /// <param name="records">The customer's live records, in any order.</param>
    /// <returns>The golden record.</returns>
    public GoldenRecord Build(IReadOnlyList<GoldenInput> records)
    {
        ArgumentNullException.ThrowIfNull(records);

        return new RecordAssembler(new RecordSet(records, _policy)).Assemble();
    }

    /// <summary>Writes the golden values alone, the same choice as <see cref="Build"/> and the same bytes as
    /// <see cref="GoldenRecord.ToJson"/> without lineage.</summary>
    /// <param name="records">The customer's live records, in any order.</param>
    /// <param name="utf8">Takes a UTF-8 JSON object.</param>
    public void WriteValues(IReadOnlyList<GoldenInput> records, IBufferWriter<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(utf8);

        using var writer = new Utf8JsonWriter(utf8, GoldenJson.Options);
        ValueWriter.Write(new RecordSet(records, _policy), writer);
    }
}
