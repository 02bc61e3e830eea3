using System.Text.Json.Serialization;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>The stored form of a run's counts.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, StreamCounts>))]
[JsonSerializable(typeof(Dictionary<string, StreamCounts>))]
internal sealed partial class StreamCountsJson : JsonSerializerContext;
