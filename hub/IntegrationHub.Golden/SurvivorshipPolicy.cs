using System.Collections.Frozen;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden;

/// <summary>The rules by which values survive, see <c>hub/docs/survivorship.md</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SurvivorshipPolicy
{
    internal const string NameGroup = "name";
    internal const string AddressGroup = "address";
    internal const string WorkGroup = "work";
    internal const string AnySuffix = "*";

    private const double Decade = 3650;
    private const double Years = 1095;

    private static readonly FrozenDictionary<string, FieldPolicy> DefaultFields = new Dictionary<string, FieldPolicy>(StringComparer.Ordinal)
    {
        [NameGroup] = new(SurvivalRule.Best, Decade, 1),
        [AddressGroup] = new(SurvivalRule.Union, Years, 5),
        [WorkGroup] = new(SurvivalRule.Best, Years, 1),
        [PersonFields.BirthDate] = new(SurvivalRule.Best, 0, 1),
        [PersonFields.Gender] = new(SurvivalRule.Best, 0, 1),
        [PersonFields.Email] = new(SurvivalRule.Union, Years, 10),
        [PersonFields.Phone] = new(SurvivalRule.Union, Years, 10),
        [PersonFields.Url] = new(SurvivalRule.Union, Years, 10),
        [PersonFields.IdentifierPrefix + AnySuffix] = new(SurvivalRule.Union, 0, 20),
        [PersonFields.AttributePrefix + AnySuffix] = new(SurvivalRule.Best, Years, 1),
        [PersonFields.ListPrefix + AnySuffix] = new(SurvivalRule.MostRecent, Years, 1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, FieldPolicy> _fields;
    private readonly FrozenDictionary<(string Source, string Field), double> _trust;

    private SurvivorshipPolicy(
        FrozenDictionary<string, FieldPolicy> fields, FrozenDictionary<(string Source, string Field), double> trust)
    {
        _fields = fields;
        _trust = trust;
    }

    /// <summary>Gets the rules that hold without a policy file.</summary>
    public static SurvivorshipPolicy Default { get; } = new(DefaultFields, FrozenDictionary<(string, string), double>.Empty);

    /// <summary>Reads a policy file.</summary>
    /// <param name="json">The file's text.</param>
    /// <returns>The policy; what the file leaves out is as in <see cref="Default"/>.</returns>
    /// <exception cref="FormatException">The text is not a policy; the message names the path and what was expected.</exception>
    public static SurvivorshipPolicy Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);

        var fields = new Dictionary<string, FieldPolicy>(DefaultFields, StringComparer.Ordinal);
        var trust = new Dictionary<(string, string), double>();
        PolicyReader.Read(json, fields, trust);
        return new SurvivorshipPolicy(fields.ToFrozenDictionary(StringComparer.Ordinal), trust.ToFrozenDictionary());
    }

    /// <summary>Finds the rule of a field or group: its own, else that of its kind.</summary>
    internal FieldPolicy Of(string field)
    {
        if (_fields.TryGetValue(field, out var policy))
        {
            return policy;
        }

        return _fields[Kind(field)];
    }

    /// <summary>Finds the trust in a source for a field: the policy's for both, the policy's for the source, the source's own.</summary>
    internal double Trust(string source, string field, double sourceTrust)
    {
        if (_trust.Count == 0)
        {
            return sourceTrust;
        }

        return _trust.TryGetValue((source, field), out var trust) || _trust.TryGetValue((source, Kind(field)), out trust)
            || _trust.TryGetValue((source, AnySuffix), out trust)
            ? trust
            : sourceTrust;
    }

    private static string Kind(string field) =>
        field.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal) ? PersonFields.IdentifierPrefix + AnySuffix
        : field.StartsWith(PersonFields.ListPrefix, StringComparison.Ordinal) ? PersonFields.ListPrefix + AnySuffix
        : PersonFields.AttributePrefix + AnySuffix;
}
