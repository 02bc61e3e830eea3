namespace IntegrationHub.Identity.Blocking;

/// <summary>Builds the keys of records from their profiles each time they are asked for: quicker than keeping them.</summary>
internal sealed class RecordKeys(RecordTable records, KeyBuilder builder) : IRecordKeys
{
    public ReadOnlySpan<ulong> Of(int record) => builder.Build(records.Profile(record));
}
