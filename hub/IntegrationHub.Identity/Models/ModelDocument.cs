using System.Text.Json.Serialization;

namespace IntegrationHub.Identity.Models;

/// <summary>A model as it is written in a file.</summary>
internal sealed record ModelDocument
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required ModelLimits Limits { get; init; }

    public required Dictionary<string, List<string>> Namespaces { get; init; }

    public required Dictionary<string, Dictionary<string, LevelProbabilities>> Comparisons { get; init; }

    public required Dictionary<string, FrequencyTable> Frequencies { get; init; }

    /// <summary>Gets the keys, see <see cref="Blocking.KeyPlan"/>; null for the default ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>Gets the keys whose blocks are refined, see <see cref="Blocking.PackedKeys"/>; they belong to <see cref="Keys"/>. Null when
    /// none were learned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SplitKeys { get; init; }

    /// <summary>Gets the atoms that make no key, packed likewise; null when none were learned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GenericAtoms { get; init; }

    /// <summary>Gets what the model was learned from; null when it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrainingFigures? Training { get; init; }
}
