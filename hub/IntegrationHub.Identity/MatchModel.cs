using System.Text.Json;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity;

/// <summary>The versioned numbers behind the scores. Immutable and thread-safe.</summary>
public sealed class MatchModel
{
    private const string FormatName = "integration-hub/match-model";
    private const double ProbabilityFloor = 1e-5;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    private readonly ModelDocument _document;

    private MatchModel(ModelDocument document)
    {
        _document = document;
        Weights = ReadWeights(document);
        Namespaces = new IdentifierNamespaces(Namespace("exclusive"), Namespace("device"));
    }

    /// <summary>Gets the model that ships with the hub: fixed weights, name frequencies from the reference lists.</summary>
    public static MatchModel Shipped { get; } = FromJson(Resource.Text("model.json"));

    /// <summary>Gets the version; a new one is a new epoch.</summary>
    public int Version => _document.Version;

    /// <summary>Gets the model's name.</summary>
    public string Name => _document.Name;

    /// <summary>Gets the weight of each level in bits, by <see cref="Level"/>.</summary>
    internal float[] Weights { get; }

    internal ModelLimits Limits => _document.Limits;

    internal IdentifierNamespaces Namespaces { get; }

    /// <summary>Reads a model.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote, or an edited copy.</param>
    /// <returns>The model.</returns>
    /// <exception cref="FormatException">It is not a model; the message names the part.</exception>
    public static MatchModel FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);

        try
        {
            var document = JsonSerializer.Deserialize<ModelDocument>(json, Json)
                ?? throw new FormatException("The model is empty. Expected a JSON object.");
            return string.Equals(document.Format, FormatName, StringComparison.Ordinal)
                ? new MatchModel(document)
                : throw new FormatException($"The model's format must be \"{FormatName}\". Is this another kind of file?");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The model is not valid at {exception.Path ?? "its start"}: {exception.Message}", exception);
        }
    }

    /// <summary>Writes the model as readable JSON.</summary>
    /// <returns>The document.</returns>
    public string ToJson() => JsonSerializer.Serialize(_document, Json);

    private static float[] ReadWeights(ModelDocument document)
    {
        var weights = new float[LevelNames.Count];
        foreach (var level in Enum.GetValues<Level>())
        {
            var comparison = LevelNames.Comparison(level);
            var name = LevelNames.Of(level);
            if (!document.Comparisons.TryGetValue(comparison, out var levels) || !levels.TryGetValue(name, out var p))
            {
                throw new FormatException($"The model lacks comparisons / {comparison} / {name}. Expected {{ \"m\": .., \"u\": .. }}.");
            }

            if (p.M is not (>= 0 and <= 1) || p.U is not (>= 0 and <= 1))
            {
                throw new FormatException($"The model's comparisons / {comparison} / {name} must have m and u between 0 and 1.");
            }

            weights[(int)level] = (float)Math.Log2(Math.Max(p.M, ProbabilityFloor) / Math.Max(p.U, ProbabilityFloor));
        }

        return weights;
    }

    private System.Collections.ObjectModel.ReadOnlyCollection<string> Namespace(string behaviour) =>
        _document.Namespaces.TryGetValue(behaviour, out var parts) ? parts.AsReadOnly()
            : throw new FormatException($"The model lacks namespaces / {behaviour}. Expected a list of name parts.");
}
