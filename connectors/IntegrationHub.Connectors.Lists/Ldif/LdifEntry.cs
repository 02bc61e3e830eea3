using System.Text;

namespace IntegrationHub.Connectors.Lists.Ldif;

/// <summary>One entry of a directory, as its lines say.</summary>
internal sealed class LdifEntry
{
    private readonly StringBuilder _raw = new();

    internal long Line { get; init; }

    internal string Dn { get; private set; } = string.Empty;

    /// <summary>Gets what the file says to do with the entry: <c>add</c> unless it says so.</summary>
    internal string ChangeType { get; private set; } = "add";

    /// <summary>Gets what is wrong, as the end of a sentence, or <see langword="null"/>.</summary>
    internal string? Problem { get; set; }

    /// <summary>Gets the attributes with text values, names in lower case without options.</summary>
    internal List<(string Name, string Value)> Attributes { get; } = [];

    internal string Raw => _raw.ToString();

    internal IEnumerable<string> Values(string name) => Attributes.Where(a => a.Name == name).Select(a => a.Value);

    internal void Keep(string line)
    {
        if (_raw.Length + line.Length < ListLimits.RawBytesMax / 4)
        {
            _raw.Append(line).Append('\n');
        }
    }

    /// <summary>Takes one line: <c>name: text</c>, <c>name:: base64</c> or <c>name:&lt; address</c>.</summary>
    internal void Take(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
        {
            Problem ??= "a line of it has no colon after the attribute's name";
            return;
        }

        var name = line[..colon].Split(';')[0].Trim().ToLowerInvariant();
        if (LdifPerson.IsPassed(name))
        {
            return;
        }

        var mark = colon + 1 < line.Length ? line[colon + 1] : ' ';
        var value = mark is ':' or '<' ? line[(colon + 2)..].Trim() : line[(colon + 1)..].Trim();
        if (mark == ':')
        {
            value = Decode(name, value);
        }

        if (name == "dn")
        {
            Dn = value;
        }
        else if (name == "changetype")
        {
            ChangeType = value.ToLowerInvariant();
        }
        else if (mark != '<' && value.Length > 0)
        {
            Add(name, value);
        }
    }

    private void Add(string name, string value)
    {
        if (Attributes.Count == ListLimits.CardPropertiesMax)
        {
            Problem ??= $"it has more than {ListLimits.CardPropertiesMax} values";
            return;
        }

        Attributes.Add((name, value));
    }

    // A value that is no text, such as a picture, is none that a person's record could hold.
    private string Decode(string name, string base64)
    {
        try
        {
            var bytes = Convert.FromBase64String(base64);
            return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes).Trim() : string.Empty;
        }
        catch (FormatException)
        {
            Problem ??= $"the value of '{name}' is not valid base64";
            return string.Empty;
        }
    }
}
