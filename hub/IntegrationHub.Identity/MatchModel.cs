using System.Text.Json;
using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Identity;

/// <summary>The versioned numbers behind the scores. Immutable and thread-safe.</summary>
public sealed class MatchModel
{
    private const string FormatName = "integration-hub/match-model";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly LevelTable _levels;
    private readonly IdentifierNamespaces _namespaces;
    private readonly bool[] _isExclusive;

    internal MatchModel(ModelDocument document)
    {
        Document = document;
        _levels = new LevelTable(document);
        Weights = _levels.Weights(static p => p.U);
        HouseholdWeights = _levels.Weights(static p => p.H);
        Frequencies = new ValueFrequencies(_levels.FrequencyTables(), _levels.Count);
        var generic = document.GenericAtoms is null ? null : PackedKeys.Read(document.GenericAtoms, "genericAtoms");
        Plan = document.Keys is null && generic is null ? KeyPlan.Default : KeyPlan.Parse(document.Keys ?? KeyPlan.Default.Texts, generic);
        SplitRule = new SplitRule(document.Limits.BlockMax, document.SplitKeys is null ? null : PackedKeys.Read(document.SplitKeys, "splitKeys"));
        _namespaces = new IdentifierNamespaces(Namespace("exclusive"), Namespace("device"));

        // Asked for every pair whose identifiers differ.
        _isExclusive = new bool[_levels.Count];
        for (var level = 0; level < _isExclusive.Length; level++)
        {
            _isExclusive[level] = (Level)level == Level.ExclusiveExact
                || (_levels.NameOf((Level)level) is { } name && _namespaces.BehaviourOf(NamespaceOf(name)) == IdentifierBehaviour.Exclusive);
        }
    }

    /// <summary>Gets the model that ships with the hub: fixed weights, name frequencies from the reference lists.</summary>
    public static MatchModel Shipped { get; } = FromJson(Resource.Text("model.json"));

    /// <summary>Gets the version; a new one is a new epoch.</summary>
    public int Version => Document.Version;

    /// <summary>Gets the model's name.</summary>
    public string Name => Document.Name;

    /// <summary>Gets what the model was learned from; <see langword="null"/> for one that was not.</summary>
    public TrainingFigures? Training => Document.Training;

    internal ModelDocument Document { get; }

    /// <summary>Gets the weight of each level against strangers, in bits, by <see cref="Level"/>.</summary>
    internal float[] Weights { get; }

    /// <summary>Gets the weight of each level against people of one household, in bits, by <see cref="Level"/>.</summary>
    internal float[] HouseholdWeights { get; }

    /// <summary>Gets what single values are worth beside the average.</summary>
    internal ValueFrequencies Frequencies { get; }

    internal ModelLimits Limits => Document.Limits;

    /// <summary>Gets which keys records have.</summary>
    internal KeyPlan Plan { get; }

    /// <summary>Gets which blocks are refined.</summary>
    internal SplitRule SplitRule { get; }

    /// <summary>Gets one more than the largest level.</summary>
    internal int LevelCount => _levels.Count;

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
    public string ToJson() => JsonSerializer.Serialize(Document, Json);

    /// <summary>Says whether another model gives the same scores.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>Whether all but name, version and what it was learned from is the same.</returns>
    public bool HasSameNumbersAs(MatchModel other)
    {
        ArgumentNullException.ThrowIfNull(other);

        var same = Document with { Version = other.Version, Name = other.Name, Training = other.Training };
        return string.Equals(JsonSerializer.Serialize(same, Json), other.ToJson(), StringComparison.Ordinal);
    }

    /// <summary>Gives the level of exact agreement of an identifier or attribute; near, similar and different follow it.</summary>
    internal Level ExactLevelOf(ReadOnlySpan<char> name)
    {
        if (_levels.FindNamed(name) is { } learned)
        {
            return learned;
        }

        return name.StartsWith(PersonFields.AttributePrefix, StringComparison.Ordinal) ? Level.AttributeExact
            : _namespaces.BehaviourOf(NamespaceOf(name)) switch
            {
                IdentifierBehaviour.Device => Level.DeviceExact,
                IdentifierBehaviour.Exclusive => Level.ExclusiveExact,
                _ => Level.IdentifierExact,
            };
    }

    /// <summary>Says whether a person has only one of these, for life.</summary>
    internal bool IsExclusive(Level exact) => _isExclusive[(int)exact];

    /// <summary>Names the comparison of a level, as in the model's file.</summary>
    internal string ComparisonOf(Level level) => _levels.ComparisonOf(level);

    /// <summary>Gives the same model with other priors.</summary>
    internal MatchModel With(in Training.PriorEstimate prior) => new(Document with
    {
        Limits = Document.Limits with { Prior = Math.Round(prior.Bits, 2), HouseholdPrior = Math.Round(prior.HouseholdBits, 2) },
    });

    /// <summary>Gets the same model with keys that were chosen, and what it was learned from.</summary>
    internal MatchModel With(KeyChoice keys, TrainingFigures figures) =>
        new(Document with { Keys = keys.Texts, SplitKeys = keys.SplitKeys, Training = figures });

    /// <summary>Gives how often a level is met.</summary>
    internal LevelProbabilities ProbabilitiesOf(Level level) => _levels.Of(level);

    /// <summary>Names a level within its comparison.</summary>
    internal static string LevelOf(Level level) => LevelTable.LevelOf(level);

    private static ReadOnlySpan<char> NamespaceOf(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];

    private System.Collections.ObjectModel.ReadOnlyCollection<string> Namespace(string behaviour) =>
        Document.Namespaces.TryGetValue(behaviour, out var parts) ? parts.AsReadOnly()
            : throw new FormatException($"The model lacks namespaces / {behaviour}. Expected a list of name parts.");
}
