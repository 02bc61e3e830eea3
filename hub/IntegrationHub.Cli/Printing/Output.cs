using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Printing;

/// <summary>Where a verb's result goes: one JSON document, or text for people.</summary>
internal sealed class Output(Surroundings surroundings, bool isJson)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Surroundings Surroundings { get; } = surroundings;

    public bool IsJson { get; } = isJson;

    public void Write<T>(T result, Action<Page> text)
    {
        if (IsJson)
        {
            WriteJson(result);
        }
        else
        {
            text(new Page(Surroundings.Out, Surroundings.IsOutTerminal));
        }
    }

    public void WriteJson<T>(T result) => Surroundings.Out.WriteLine(JsonSerializer.Serialize(result, Json));

    public void WriteFailure(Failure failure)
    {
        if (IsJson)
        {
            WriteJson(new { error = failure });
            return;
        }

        var expected = failure.Expected is { } e ? $" Expected {e}." : string.Empty;
        var next = failure.Next is { } n ? $" Next: {n.TrimEnd('.')}" : string.Empty;
        Surroundings.Error.WriteLine(Printable.Of($"error: {failure.What}{expected}{next}"));
    }
}
