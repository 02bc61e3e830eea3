namespace IntegrationHub.Sdk;

/// <summary>One named sequence of records that a source can deliver.</summary>
/// <param name="Name">Lower-case, stable, unique in the source: <c>people</c>, <c>orders</c>.</param>
public sealed record StreamDescription(string Name)
{
    /// <summary>Gets a short explanation for the admin.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>Gets how the stream can be read from where the last run stopped.</summary>
    /// <value>Defaults to <see cref="CursorKind.None"/>: every run reads everything.</value>
    public CursorKind Cursor { get; init; }

    /// <summary>Gets how far before the last cursor an incremental run starts again, for records that become visible late.</summary>
    /// <value>Defaults to five minutes. Ignored when <see cref="Cursor"/> is <see cref="CursorKind.None"/>.</value>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets a value indicating whether a record missing from a completed full read is gone at the source.</summary>
    /// <value>Defaults to <see langword="true"/>. Set it to <see langword="false"/> where the source forgets old records.</value>
    public bool FullReadShowsDeletions { get; init; } = true;
}
