namespace IntegrationHub.Plugins.Bridges;

/// <summary>Streams that one run of the program reads together, and the states it starts from.</summary>
internal sealed class ReadGroup
{
    /// <summary>Gets the names of the streams.</summary>
    internal List<string> Streams { get; } = [];

    /// <summary>Gets the state that speaks for all streams; <see langword="null"/> when there is none.</summary>
    internal KeptState? Shared { get; set; }

    /// <summary>Gets the states that speak for one stream each.</summary>
    internal Dictionary<string, KeptState> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the streams that must be read from their beginning though <see cref="Shared"/> may speak of them.</summary>
    internal List<string> StartedOver { get; } = [];
}
