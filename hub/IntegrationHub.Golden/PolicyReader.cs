using System.Text.Json;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden;

/// <summary>Reads a policy file; every complaint names the path and what was expected there.</summary>
internal static class PolicyReader
{
    private const double HalfLifeDaysMax = 36_500;
    private const int MaxMax = 1000;
    private const string RuleNames = "best, mostRecent, mostTrusted, mostFrequent, longest, first, union";

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 };

    internal static void Read(string json, Dictionary<string, FieldPolicy> fields, Dictionary<(string, string), double> trust)
    {
        using var document = Load(json);
        Expect(document.RootElement, JsonValueKind.Object, "$", "an object with 'trust' and 'fields'");
        foreach (var member in document.RootElement.EnumerateObject())
        {
            switch (member.Name)
            {
                case "$schema" or "version":
                    break;
                case "trust":
                    ReadTrust(member.Value, trust);
                    break;
                case "fields":
                    ReadFields(member.Value, fields);
                    break;
                default:
                    throw Fault($"$.{member.Name}", "'trust' or 'fields'", "an unknown member");
            }
        }
    }

    private static JsonDocument Load(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException e)
        {
            throw new FormatException(
                $"The survivorship policy is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. Expected an object with 'trust' and 'fields'.", e);
        }
    }

    private static void ReadTrust(JsonElement element, Dictionary<(string, string), double> trust)
    {
        Expect(element, JsonValueKind.Object, "$.trust", "an object keyed by source name");
        foreach (var source in element.EnumerateObject())
        {
            var path = $"$.trust.{source.Name}";
            if (source.Value.ValueKind != JsonValueKind.Object)
            {
                trust[(source.Name, SurvivorshipPolicy.AnySuffix)] = Number(source.Value, path, 0, 1);
                continue;
            }

            foreach (var field in source.Value.EnumerateObject())
            {
                if (field.Name != SurvivorshipPolicy.AnySuffix)
                {
                    ExpectField(field.Name, $"{path}.{field.Name}");
                }

                trust[(source.Name, field.Name)] = Number(field.Value, $"{path}.{field.Name}", 0, 1);
            }
        }
    }

    private static void ReadFields(JsonElement element, Dictionary<string, FieldPolicy> fields)
    {
        Expect(element, JsonValueKind.Object, "$.fields", "an object keyed by field or group");
        foreach (var field in element.EnumerateObject())
        {
            var path = $"$.fields.{field.Name}";
            ExpectField(field.Name, path);
            Expect(field.Value, JsonValueKind.Object, path, "an object with 'rule', 'halfLifeDays' or 'max'");
            fields[field.Name] = ReadField(field.Value, path, Base(field.Name, fields), IsRepeated(field.Name));
        }
    }

    private static FieldPolicy ReadField(JsonElement element, string path, FieldPolicy policy, bool isRepeated)
    {
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            policy = member.Name switch
            {
                "rule" => policy with { Rule = Rule(member.Value, at) },
                "halfLifeDays" => policy with { HalfLifeDays = Number(member.Value, at, 0, HalfLifeDaysMax) },
                "max" => policy with { Max = (int)Number(member.Value, at, 1, MaxMax) },
                _ => throw Fault(at, "'rule', 'halfLifeDays' or 'max'", "an unknown member"),
            };
        }

        return policy.Rule == SurvivalRule.Union && !isRepeated
            ? throw Fault($"{path}.rule", "a rule that leaves one value (union is for email, phone, url, identifier:* and address)", "'union'")
            : policy;
    }

    private static SurvivalRule Rule(JsonElement element, string path)
    {
        var name = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        return name switch
        {
            "best" => SurvivalRule.Best,
            "mostRecent" => SurvivalRule.MostRecent,
            "mostTrusted" => SurvivalRule.MostTrusted,
            "mostFrequent" => SurvivalRule.MostFrequent,
            "longest" => SurvivalRule.Longest,
            "first" => SurvivalRule.First,
            "union" => SurvivalRule.Union,
            _ => throw Fault(path, $"one of {RuleNames}", Found(element)),
        };
    }

    private static double Number(JsonElement element, string path, double min, double max) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && number >= min && number <= max
            ? number
            : throw Fault(path, FormattableString.Invariant($"a number from {min} to {max}"), Found(element));

    private static void ExpectField(string name, string path)
    {
        var isKnown = name is SurvivorshipPolicy.NameGroup or SurvivorshipPolicy.AddressGroup or SurvivorshipPolicy.WorkGroup or PersonFields.BirthDate
                or PersonFields.Gender or PersonFields.Email or PersonFields.Phone or PersonFields.Url
            || (PersonFields.IsKnown(name) && name.Contains(':', StringComparison.Ordinal) && !name.StartsWith(PersonFields.ConsentPrefix, StringComparison.Ordinal));
        if (!isKnown)
        {
            throw Fault(
                path,
                "name, address, work (organization and jobTitle), birthDate, gender, email, phone, url, or identifier:, attribute:, list: with a name or *",
                "an unknown field");
        }
    }

    private static FieldPolicy Base(string name, Dictionary<string, FieldPolicy> fields)
    {
        if (fields.TryGetValue(name, out var policy))
        {
            return policy;
        }

        return fields[name[..(name.IndexOf(':', StringComparison.Ordinal) + 1)] + SurvivorshipPolicy.AnySuffix];
    }

    private static bool IsRepeated(string name) =>
        name is PersonFields.Email or PersonFields.Phone or PersonFields.Url or SurvivorshipPolicy.AddressGroup
        || name.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal);

    private static void Expect(JsonElement element, JsonValueKind kind, string path, string expected)
    {
        if (element.ValueKind != kind)
        {
            throw Fault(path, expected, Found(element));
        }
    }

    private static string Found(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => $"'{element.GetString()}'",
        JsonValueKind.Number => element.GetRawText(),
        _ => element.ValueKind.ToString().ToLowerInvariant(),
    };

    private static FormatException Fault(string path, string expected, string found) =>
        new($"The survivorship policy is wrong at {path}: expected {expected}, found {found}.");
}
