using System.Text.Json;

namespace IntegrationHub.Server.Api;

/// <summary>Names enum values as the API writes them.</summary>
internal static class JsonName
{
    internal static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
