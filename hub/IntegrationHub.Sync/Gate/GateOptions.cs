namespace IntegrationHub.Sync.Gate;

/// <summary>What the gate assumes and where it says no.</summary>
public sealed record GateOptions
{
    /// <summary>Gets the region (ISO 3166 alpha-2) that phones and dates are read in when neither source nor record says one.</summary>
    /// <value>Defaults to <c>US</c>.</value>
    public string DefaultRegion { get; init; } = "US";

    /// <summary>Gets the longest key, in characters.</summary>
    /// <value>Defaults to 512.</value>
    public int KeyCharsMax { get; init; } = 512;

    /// <summary>Gets the largest value of a person record, in UTF-8 bytes.</summary>
    /// <value>Defaults to 8 KiB.</value>
    public int ValueBytesMax { get; init; } = 8 * 1024;

    /// <summary>Gets the most values of a person record.</summary>
    /// <value>Defaults to 512.</value>
    public int FieldsMax { get; init; } = 512;

    /// <summary>Gets the most addresses of a person record; groups are numbered from 0 to one less.</summary>
    /// <value>Defaults to 32.</value>
    public int AddressGroupsMax { get; init; } = 32;

    /// <summary>Gets the largest body of an interaction, in UTF-8 bytes.</summary>
    /// <value>Defaults to 256 KiB.</value>
    public int InteractionBytesMax { get; init; } = 256 * 1024;

    /// <summary>Gets the most bytes of a refused payload that quarantine keeps; what is longer is not kept, and the reason says so.</summary>
    /// <value>Defaults to 1 MiB.</value>
    public int RawBytesMax { get; init; } = 1024 * 1024;
}
