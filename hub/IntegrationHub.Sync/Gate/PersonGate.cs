using System.Text;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate.Cards;

namespace IntegrationHub.Sync.Gate;

/// <summary>Takes one person record through the gate.</summary>
internal static class PersonGate
{
    private const int NameCharsMax = 256;

    /// <summary>Checks shape and limits.</summary>
    /// <returns>What is wrong, without values; <see langword="null"/> when nothing is.</returns>
    internal static string? FindFault(PersonRecord record, GateOptions options)
    {
        if (KeyCheck.FindFault("key", record.Key, options) is { } keyFault)
        {
            return keyFault;
        }

        var fields = record.Fields;
        if (fields.Count > options.FieldsMax)
        {
            return $"The record has {fields.Count} values; expected at most {options.FieldsMax}.";
        }

        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (FindFault(field, options) is { } fault)
            {
                return $"Field '{Shown(field.Field)}' {fault}.";
            }
        }

        return null;
    }

    /// <summary>Masks cards and drops what may never be kept. The result is what everything after it sees, quarantine included.</summary>
    internal static FieldValue[] Mask(IReadOnlyList<FieldValue> fields)
    {
        var masked = new FieldValue[fields.Count];
        var count = 0;
        for (var i = 0; i < fields.Count; i++)
        {
            if (FieldMask.TryMask(fields[i], out var field))
            {
                masked[count++] = field;
            }
        }

        if (count < masked.Length)
        {
            Array.Resize(ref masked, count);
        }

        return masked;
    }

    private static string? FindFault(in FieldValue field, GateOptions options)
    {
        if (field.Field.Length > NameCharsMax)
        {
            return $"has a name of {field.Field.Length} characters; expected at most {NameCharsMax}";
        }

        if (field.Value.Length * 3 > options.ValueBytesMax && Encoding.UTF8.GetByteCount(field.Value) > options.ValueBytesMax)
        {
            return $"is larger than {options.ValueBytesMax} bytes";
        }

        if (field.Evidence is not null
            && (field.Evidence.Length > options.ValueBytesMax / 3 || TextFault.Find(field.Evidence) is not null))
        {
            return "has evidence that is too long or holds control characters";
        }

        if (field.Group >= options.AddressGroupsMax)
        {
            return $"is in group {field.Group}; expected groups 0 to {options.AddressGroupsMax - 1}";
        }

        return TextFault.Find(field.Field) is not null ? "has a name with control characters" : TextFault.Find(field.Value);
    }

    private static string Shown(string name)
    {
        var shown = CardMasker.Mask(TextFault.WellFormed(name.Length > 64 ? name[..64] : name));
        return TextCleaner.Line(shown);
    }
}
