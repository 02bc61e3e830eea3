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
}
