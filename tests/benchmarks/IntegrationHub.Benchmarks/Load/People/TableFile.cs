using System.Reflection;
using IntegrationHub.Identity;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Reads the tables beside this code and the name lists that the engine carries.</summary>
internal static class TableFile
{
    /// <summary>Gets the lines of a table of ours, without notes.</summary>
    public static IEnumerable<string> Own(string name) => Lines(typeof(TableFile).Assembly, "load." + name);

    /// <summary>Gets the lines of a list of the engine, without notes and totals.</summary>
    public static IEnumerable<string> Engine(string name) => Lines(typeof(IdentityEngine).Assembly, name);

    /// <summary>Gets the words of the line that starts with a word.</summary>
    public static string[] Words(string name, string first) =>
        Own(name).First(line => line.StartsWith(first + ",", StringComparison.Ordinal))[(first.Length + 1)..].Split(' ');

    private static IEnumerable<string> Lines(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no table '{name}'. Is it embedded in {assembly.GetName().Name}?");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is not ('#' or '*'))
            {
                yield return line;
            }
        }
    }
}
