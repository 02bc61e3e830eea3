using System.Collections.Frozen;

namespace IntegrationHub.Golden.Selection;

/// <summary>Tells short forms of given names, so that the whole form wins. A wrong guess costs little: it only decides between spellings of one person.</summary>
internal static class Nicknames
{
    private const int StemMin = 2;

    private static readonly FrozenSet<(string Short, string Whole)> Irregular = Load();

    /// <summary>Says whether one given name is a short form of the other.</summary>
    /// <param name="shorter">The name that may be short.</param>
    /// <param name="whole">The name that may be whole.</param>
    internal static bool IsShortFor(string shorter, string whole)
    {
        if (shorter.Length >= StemMin && shorter.Length < whole.Length && whole.StartsWith(shorter, StringComparison.OrdinalIgnoreCase)
            && !whole.Contains(' ', StringComparison.Ordinal))
        {
            return true;
        }

        var stem = Stem(shorter);
        return (stem.Length >= 3 && stem.Length < shorter.Length && whole.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && whole.Length >= shorter.Length)
            || Irregular.Contains((shorter.ToLowerInvariant(), whole.ToLowerInvariant()));
    }

    /// <summary>Danny, Jimmie and Tommy without their tails.</summary>
    private static string Stem(string name)
    {
        var stem = name.EndsWith("ie", StringComparison.OrdinalIgnoreCase) ? name[..^2] : name.EndsWith('y') ? name[..^1] : name;
        return stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }

    private static FrozenSet<(string, string)> Load()
    {
        const string Table =
            "bob robert|bobby robert|rob robert|bill william|billy william|will william|liam william|dick richard|rick richard|rich richard|jim james|jimmy james|"
            + "jack john|johnny john|ted edward|ned edward|ted theodore|ed edward|eddie edward|chuck charles|charlie charles|hank henry|harry henry|harry harold|"
            + "larry lawrence|tony anthony|mike michael|mick michael|dave david|steve steven|steve stephen|jeff geoffrey|joe joseph|jerry gerald|jerry jerome|"
            + "peggy margaret|meg margaret|maggie margaret|greta margaret|liz elizabeth|beth elizabeth|betty elizabeth|betsy elizabeth|lisa elizabeth|eliza elizabeth|"
            + "kate katherine|kate catherine|kathy katherine|cathy catherine|katie katherine|kitty katherine|molly mary|polly mary|sally sarah|sue susan|susie susan|"
            + "nancy ann|annie ann|becky rebecca|debbie deborah|deb deborah|patty patricia|trish patricia|pat patricia|pat patrick|sandy alexandra|sandy sandra|"
            + "alex alexander|alex alexandra|sasha alexander|sasha alexandra|terry terence|terry theresa|tess theresa|barb barbara|bart bartholomew|gus august|"
            + "hans johannes|sepp josef|fritz friedrich|heinz heinrich|willi wilhelm|uli ulrich|toni anton|nina christina|tina christina|pepe josé|paco francisco|nacho ignacio";
        return Table.Split('|').Select(p => p.Split(' ')).Select(p => (p[0], p[1])).ToFrozenSet();
    }
}
