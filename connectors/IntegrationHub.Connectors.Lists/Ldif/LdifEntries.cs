using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Reading;

namespace IntegrationHub.Connectors.Lists.Ldif;

/// <summary>Cuts a file into entries; comments and the line that states the version are passed over.</summary>
internal sealed class LdifEntries(Utf8Source source, ListPosition start)
{
    private readonly LdifLines _lines = new(source, start.Lines);

    internal ListPosition Position => _lines.Position;

    /// <summary>Reads the next entry.</summary>
    /// <returns>The entry, or <see langword="null"/> at the end of the file.</returns>
    internal LdifEntry? Read()
    {
        LdifEntry? entry = null;
        while (true)
        {
            var line = _lines.Read();
            if (line is null || (line.Length == 0 && entry is not null))
            {
                return Checked(entry);
            }

            if (line.Length == 0 || line[0] == '#' || (entry is null && line.StartsWith("version:", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            entry ??= new LdifEntry { Line = _lines.Lines };
            if (_lines.IsTooLong && !LdifPerson.IsPassed(line.Split(':', ';')[0].ToLowerInvariant()))
            {
                entry.Problem ??= $"a value is longer than {ListLimits.RecordBytesMax} bytes";
            }

            entry.Keep(line);
            entry.Take(line);
        }
    }

    private static LdifEntry? Checked(LdifEntry? entry)
    {
        if (entry is { Dn.Length: 0 })
        {
            entry.Problem ??= "it has no line 'dn:'";
        }

        return entry;
    }
}
