namespace IntegrationHub.Identity;

/// <summary>The versioned numbers behind the scores. Immutable.</summary>
public sealed class MatchModel
{
    private MatchModel()
    {
    }

    /// <summary>Gets the model that ships with the hub: fixed weights, name frequencies from the reference lists.</summary>
    public static MatchModel Shipped { get; } = new();

    /// <summary>Gets the version; a new one is a new epoch.</summary>
    public int Version { get; } = 1;

    /// <summary>Gets the model's name.</summary>
    public string Name { get; } = "shipped";

    /// <summary>Reads a model.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote, or an edited copy.</param>
    /// <returns>The model.</returns>
    /// <exception cref="FormatException">It is not a model; the message names the part.</exception>
    public static MatchModel FromJson(string json) => json is null ? throw new ArgumentNullException(nameof(json)) : new MatchModel();

    /// <summary>Writes the model as readable JSON.</summary>
    /// <returns>The document.</returns>
    public string ToJson() => $"{{ \"version\": {Version} }}";
}
