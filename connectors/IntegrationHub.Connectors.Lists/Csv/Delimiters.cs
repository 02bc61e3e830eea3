namespace IntegrationHub.Connectors.Lists.Csv;

/// <summary>Finds out what stands between two values.</summary>
internal static class Delimiters
{
    private const int RecordsMax = 50;
    private const string Candidates = ",;\t|";

    /// <summary>Understands the setting.</summary>
    /// <returns>The delimiter, or <see langword="null"/> for auto.</returns>
    internal static char? FromSetting(string setting) => setting.Trim().ToUpperInvariant() switch
    {
        "AUTO" => null,
        "COMMA" => ',',
        "SEMICOLON" => ';',
        "TAB" or @"\T" => '\t',
        "PIPE" => '|',
        _ when setting is [var one] && char.IsAscii(one) && one is not '"' and not '\r' and not '\n' => one,
        _ => throw ConnectorException.Configuration(
            "delimiter", "The delimiter is not one ASCII character.", "Use auto, comma, semicolon, tab, pipe, or the character itself."),
    };

    /// <summary>Finds the delimiter that cuts the most records into the same number of values.</summary>
    /// <param name="head">The beginning of the file.</param>
    internal static char Tell(ReadOnlySpan<byte> head)
    {
        var best = ',';
        var bestScore = 0;
        foreach (var candidate in Candidates)
        {
            var score = ScoreOf(head, candidate);
            if (score > bestScore)
            {
                best = candidate;
                bestScore = score;
            }
        }

        return best;
    }

    /// <summary>Names a delimiter for people.</summary>
    internal static string NameOf(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "pipe",
        _ => $"'{delimiter}'",
    };

    // Agreement first, then the number of values: a comma within names must not beat a semicolon between them.
    private static int ScoreOf(ReadOnlySpan<byte> head, char delimiter)
    {
        var counts = new Dictionary<int, int>();
        var records = 0;
        var inQuotes = false;
        var count = 0;
        var isEmpty = true;
        for (var i = 0; i < head.Length && records < RecordsMax; i++)
        {
            var letter = head[i];
            if (letter == (byte)'"')
            {
                inQuotes = !inQuotes;
            }
            else if (letter == delimiter && !inQuotes)
            {
                count++;
            }
            else if (letter is (byte)'\n' or (byte)'\r' && !inQuotes)
            {
                records += Tally(counts, isEmpty, count);
                count = 0;
                isEmpty = true;
                continue;
            }

            isEmpty = false;
        }

        // The last record may be cut off; it counts only when it is the only one.
        records += records == 0 ? Tally(counts, isEmpty, count) : 0;
        var (most, times) = counts.Where(c => c.Key > 0).OrderByDescending(c => c.Value).ThenByDescending(c => c.Key)
            .Select(c => (c.Key, c.Value)).FirstOrDefault();
        return times == 0 ? 0 : (times * 10_000 / Math.Max(records, 1)) + Math.Min(most, 99);
    }

    private static int Tally(Dictionary<int, int> counts, bool isEmpty, int count)
    {
        if (isEmpty)
        {
            return 0;
        }

        counts[count] = counts.GetValueOrDefault(count) + 1;
        return 1;
    }
}
