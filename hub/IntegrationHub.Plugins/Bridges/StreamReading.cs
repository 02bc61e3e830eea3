using IntegrationHub.Plugins.Bridges.Mapping;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>One stream while a program is read.</summary>
/// <param name="name">Its name in the hub.</param>
/// <param name="mapper">Turns its records into messages.</param>
internal sealed class StreamReading(string name, StreamMapper mapper)
{
    internal string Name { get; } = name;

    /// <summary>Gets or sets what turns records into messages; a tap may change its schema on the way.</summary>
    internal StreamMapper Mapper { get; set; } = mapper;

    internal StreamStatus Status { get; set; }

    /// <summary>Gets or sets how many records were announced but could not be read.</summary>
    internal long Lost { get; set; }

    /// <summary>Gets or sets the version of the stream that is active, for taps that replace all records at once.</summary>
    internal long? Version { get; set; }
}
