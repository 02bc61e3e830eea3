namespace IntegrationHub.Identity.Standardising;

/// <summary>Reads the lists embedded in this assembly.</summary>
internal static class Resource
{
    /// <summary>Reads the lines of a list; empty lines and comments are left out.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StringReader(Text(name));
        while (reader.ReadLine() is { } line)
        {
            if (line is [not '#', ..])
            {
                yield return line;
            }
        }
    }

    public static string Text(string name)
    {
        var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded list {name} is missing from this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
