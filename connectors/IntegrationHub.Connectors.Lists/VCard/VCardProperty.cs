using System.Text;

namespace IntegrationHub.Connectors.Lists.VCard;

/// <summary>One property of a card: <c>item1.TEL;TYPE=cell:+1 ...</c>.</summary>
/// <param name="Name">Upper-case, without a group.</param>
/// <param name="Parameters">Name and value; a bare word of vCard 2.1 counts as a TYPE. Names in upper case.</param>
/// <param name="Value">The value, quoted-printable undone, escapes still in it.</param>
internal sealed record VCardProperty(string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value)
{
    // No text holds this code point.
    private const char NoSeparator = '\uFFFF';

    /// <summary>Parses an unfolded line.</summary>
    /// <returns>The property, or <see langword="null"/> when the line is none.</returns>
    internal static VCardProperty? Parse(string line)
    {
        var parts = new List<string>();
        var start = 0;
        var inQuotes = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                inQuotes = !inQuotes;
            }
            else if (line[i] is ':' or ';' && !inQuotes)
            {
                parts.Add(line[start..i]);
                start = i + 1;
                if (line[i] == ':')
                {
                    return Create(parts, line[start..]);
                }
            }
        }

        return null;
    }

    internal bool HasType(string type) => Parameters.Any(p => p.Name == "TYPE" && p.Value.Equals(type, StringComparison.OrdinalIgnoreCase));

    internal string? Parameter(string name) => Parameters.FirstOrDefault(p => p.Name == name).Value;

    /// <summary>Takes a value apart at each separator that is not escaped, and undoes the escapes.</summary>
    /// <param name="separator">A semicolon or a comma.</param>
    /// <param name="isOld">Whether the card is vCard 2.1, where a backslash is mostly just that.</param>
    internal List<string> Split(char separator, bool isOld)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        for (var i = 0; i < Value.Length; i++)
        {
            if (Value[i] == '\\' && i + 1 < Value.Length)
            {
                AppendEscaped(piece, Value[++i], isOld);
            }
            else if (Value[i] == separator)
            {
                pieces.Add(piece.ToString().Trim());
                piece.Clear();
            }
            else
            {
                piece.Append(Value[i]);
            }
        }

        pieces.Add(piece.ToString().Trim());
        return pieces;
    }

    /// <summary>Gets the whole value with the escapes undone.</summary>
    internal string Text(bool isOld) => Split(NoSeparator, isOld)[0];

    private static void AppendEscaped(StringBuilder piece, char escaped, bool isOld)
    {
        if (escaped is ';' or ',' or ':' or '"' || (escaped == '\\' && !isOld))
        {
            piece.Append(escaped);
        }
        else if (escaped is 'n' or 'N' && !isOld)
        {
            piece.Append('\n');
        }
        else
        {
            piece.Append('\\').Append(escaped);
        }
    }

    private static VCardProperty Create(List<string> parts, string value)
    {
        var name = parts[0];
        var parameters = new List<(string, string)>();
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? "TYPE" : part[..equals].Trim().ToUpperInvariant();
            foreach (var item in part[(equals + 1)..].Trim('"').Split(',', StringSplitOptions.TrimEntries))
            {
                parameters.Add((key, item));
            }
        }

        name = name[(name.LastIndexOf('.') + 1)..].Trim().ToUpperInvariant();
        var property = new VCardProperty(name, parameters, value);
        return QuotedPrintable.IsUsed(property.Parameter("ENCODING")) || property.HasType(QuotedPrintable.Name)
            ? property with { Value = QuotedPrintable.Decode(value, property.Parameter("CHARSET")) }
            : property;
    }
}
