using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>The names there are: counted ones, nicknames, marks that plain writing drops, names of other scripts.</summary>
internal sealed class NameLists
{
    private static readonly string[] Scripts = ["cyrillic", "greek"];

    private readonly FrequencyTable _given = FrequencyTable.Read(TableFile.Engine("given-names.csv"));
    private readonly FrequencyTable _family = FrequencyTable.Read(TableFile.Engine("family-names.csv"));
    private readonly Dictionary<string, string[]> _nicknames = ReadNicknames();
    private readonly Dictionary<string, string> _marks = ReadMarks();
    private readonly Dictionary<string, string[]> _foreign = TableFile.Own("foreign-names.csv").Select(line => line.Split(','))
        .ToDictionary(row => row[0] + row[1], row => row[2].Split(' '), StringComparer.Ordinal);

    public string Given(Dice dice, out double share) => _given.Pick(dice, out share);

    public string Family(Dice dice, out double share) => _family.Pick(dice, out share);

    /// <summary>Gets a nickname of a name, <see langword="null"/> when it has none.</summary>
    public string? Nickname(string given, Dice dice) => _nicknames.TryGetValue(given, out var names) ? dice.Of(names) : null;

    /// <summary>Gets a name with its diacritics; as it is when it has none.</summary>
    public string WithMarks(string name) => _marks.GetValueOrDefault(name, name);

    /// <summary>Draws a name in another script.</summary>
    public (string Given, string Family) Foreign(Dice dice)
    {
        var script = dice.Of(Scripts);
        return (dice.Of(_foreign[script + "given"]), dice.Of(_foreign[script + "stem"]) + dice.Of(_foreign[script + "ending"]));
    }

    private static Dictionary<string, string[]> ReadNicknames() => TableFile.Engine("nicknames.csv").Select(line => line.Split(','))
        .Where(row => row[1].Length > 2)
        .GroupBy(row => Title(row[0]), row => Title(row[1]), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static Dictionary<string, string> ReadMarks() => TableFile.Own("accents.csv").Select(line => line.Split(','))
        .ToDictionary(row => Title(row[0]), row => row[1], StringComparer.Ordinal);

    private static string Title(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
}
