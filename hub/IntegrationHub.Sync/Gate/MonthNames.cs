using System.Collections.Frozen;

namespace IntegrationHub.Sync.Gate;

/// <summary>The months in eight languages, whole and shortened.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds a month.</summary>
    /// <param name="word">Its name; case does not matter.</param>
    /// <returns>1 to 12, or 0.</returns>
    internal static int Find(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    private static FrozenDictionary<string, int> Load()
    {
        string[] months =
        [
            "january jan januar jän jänner janvier janv enero ene gennaio gen januari janeiro styczeń stycznia sty",
            "february feb februar febr février févr fevrier febrero febbraio februari fevereiro fev luty lutego lut",
            "march mar märz mär maerz mrz mars marzo maart mrt março marco marzec marca",
            "april apr avril avr abril abr aprile kwiecień kwietnia kwi",
            "may mai mayo maggio mag mei maio maj maja",
            "june jun juni juin junio giugno giu junho czerwiec czerwca cze",
            "july jul juli juillet juil julio luglio lug julho lipiec lipca lip",
            "august aug août aout agosto ago augustus augusti sierpień sierpnia sie",
            "september sep sept septembre septiembre settembre set setembro wrzesień września wrz",
            "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź",
            "november nov novembre noviembre novembro listopad listopada lis",
            "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudzień grudnia gru",
        ];
        var found = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < months.Length; i++)
        {
            foreach (var name in months[i].Split(' '))
            {
                found[name] = i + 1;
            }
        }

        return found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
