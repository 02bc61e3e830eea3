using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Writes identifiers and attributes as name, value, and whether it identifies.</summary>
internal sealed class IdentifierStandardiser(TextPool values, FieldNames names)
{
    public const int EntryLength = 3;
    private const int LengthMin = 3;
    private const int AttributeLengthMax = 64;

    /// <summary>Writes an identifier; nothing for one too short or too plain to identify anybody.</summary>
    public void WriteIdentifier(ReadOnlySpan<char> @namespace, string text, IntBuffer output)
    {
        Span<char> buffer = stackalloc char[CharFolding.LengthMax];
        var value = buffer[..CharFolding.FoldCompact(text, buffer)];
        if (value.Length >= LengthMin && value.ContainsAnyExcept(value[0]) && !WordLists.Placeholders.Contains(value) && value is not "123456789")
        {
            Write(PersonFields.IdentifierPrefix, @namespace, value, 1, output);
        }
    }

    /// <summary>Writes an attribute; nothing for a placeholder or a long text, which nobody writes twice alike.</summary>
    public void WriteAttribute(ReadOnlySpan<char> name, string text, IntBuffer output)
    {
        Span<char> buffer = stackalloc char[CharFolding.LengthMax];
        var value = buffer[..CharFolding.FoldCompact(text, buffer)];
        if (value.Length is > 0 and <= AttributeLengthMax && !WordLists.Placeholders.Contains(value))
        {
            Write(PersonFields.AttributePrefix, name, value, 0, output);
        }
    }

    private void Write(string prefix, ReadOnlySpan<char> name, ReadOnlySpan<char> value, int identifies, IntBuffer output)
    {
        Span<char> full = stackalloc char[CharFolding.LengthMax];
        prefix.CopyTo(full);
        var length = prefix.Length + CharFolding.FoldCompact(name, full[prefix.Length..]);
        output.Add(names.Intern(full[..length]));
        output.Add(values.Intern(value));
        output.Add(identifies);
    }
}
