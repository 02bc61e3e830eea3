using System.Text.Json;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary>Golden values as text.</summary>
internal static class GoldenText
{
    /// <summary>Gives one value as text: of several the first few, joined.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Of)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(p => $"{p.Name}={Of(p.Value)}")),
        _ => value.GetRawText(),
    };

    /// <summary>Gives the value of a field, or nothing.</summary>
    public static string Of(string golden, params ReadOnlySpan<string> fields)
    {
        using var document = JsonDocument.Parse(golden);
        var parts = new List<string>();
        foreach (var field in fields)
        {
            if (document.RootElement.TryGetProperty(field, out var value))
            {
                parts.Add(Of(value));
            }
        }

        return string.Join(' ', parts);
    }
}
