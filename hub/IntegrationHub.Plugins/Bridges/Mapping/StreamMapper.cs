using System.Text.Json;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>Turns the records of one stream into messages. Not thread-safe.</summary>
internal abstract class StreamMapper
{
    /// <summary>Turns one record into a message.</summary>
    /// <param name="record">The record, an object.</param>
    /// <param name="problem">What is wrong with it, as the end of a sentence, or <see langword="null"/>.</param>
    /// <returns>The message, or <see langword="null"/> when the record is not wanted or cannot be used.</returns>
    internal abstract Message? Map(JsonElement record, out string? problem);
}
