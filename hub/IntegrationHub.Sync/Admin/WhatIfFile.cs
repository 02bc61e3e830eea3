using System.Text.Json;
using IntegrationHub.Identity;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Admin;

/// <summary>What to suppose: an edited record or another model, one of the two.</summary>
/// <param name="Patch">The edit.</param>
/// <param name="Model">The model.</param>
internal sealed record WhatIfFile(RecordPatch? Patch, MatchModel? Model)
{
    private const string Expected =
        """{ "record": "A" or "B", "fields": [{ "name": "email", "value": "..." or null }] }, or what 'hub match model export' writes""";

    /// <summary>Reads a file.</summary>
    /// <exception cref="AdminException">It is neither.</exception>
    public static async Task<WhatIfFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw AdminException.WrongUse($"There is no file '{path}'.", Expected);
        }

        var json = await File.ReadAllTextAsync(path, cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("record", out var record))
            {
                return new WhatIfFile(ReadPatch(record, root), null);
            }

            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("limits", out _))
            {
                return new WhatIfFile(null, ResolverService.Read(json, $"File '{path}'"));
            }
        }
        catch (JsonException e)
        {
            throw AdminException.WrongUse($"File '{path}' is no JSON: line {e.LineNumber + 1} cannot be read.", Expected);
        }

        throw AdminException.WrongUse($"File '{path}' is neither a record patch nor a match model.", Expected);
    }

    private static RecordPatch ReadPatch(JsonElement record, JsonElement root)
    {
        var side = record.ValueKind == JsonValueKind.String ? record.GetString() : null;
        if (side is not ("A" or "B"))
        {
            throw AdminException.WrongUse("The patch must say which record it edits.", "\"record\": \"A\" for the first, \"B\" for the second");
        }

        if (!root.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array || fields.GetArrayLength() == 0)
        {
            throw AdminException.WrongUse("The patch has no list of fields.", Expected);
        }

        return new RecordPatch(side == "A", fields.EnumerateArray().Select(ReadField).ToLookup(f => f.Name, f => f.Value, StringComparer.Ordinal));
    }

    private static (string Name, string? Value) ReadField(JsonElement field, int index)
    {
        if (field.ValueKind != JsonValueKind.Object
            || !field.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String
            || !field.TryGetProperty("value", out var value) || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            throw AdminException.WrongUse($"Field {index + 1} of the patch lacks a name or a value.", "{ \"name\": \"email\", \"value\": \"...\" or null }");
        }

        return PersonFields.IsKnown(name.GetString()!) ? (name.GetString()!, value.GetString())
            : throw AdminException.WrongUse($"Field {index + 1} of the patch has a name that is no canonical field.", "a name such as email, name.given or identifier:loyalty");
    }
}
