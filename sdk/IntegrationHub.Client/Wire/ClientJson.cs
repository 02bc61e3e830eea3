using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Client.Wire;

/// <summary>Reads and writes without reflection, so that trimmed and native applications can use the client.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(CustomerLineage))]
[JsonSerializable(typeof(CustomerList))]
[JsonSerializable(typeof(TimelinePage))]
[JsonSerializable(typeof(ChangePage))]
[JsonSerializable(typeof(LookupBody))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ClientJson : JsonSerializerContext;
