namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Misspells: by the keyboard, by ear, by a scanner.</summary>
internal sealed class Slips
{
    private const int TriesMax = 12;

    private readonly Dictionary<char, string> _beside = TableFile.Own("keyboard-errors.csv")
        .ToDictionary(line => line[0], line => line[2..]);

    private readonly (string Where, string From, string To)[] _sounds = [.. TableFile.Own("sound-errors.csv").Select(line => line.Split(','))
        .Select(row => (row[0], row[1], row[2] == "@" ? string.Empty : row[2]))];

    private readonly (string From, string To)[] _scans = [.. TableFile.Own("ocr-errors.csv").Select(line => line.Split(','))
        .Select(row => (row[0], row[1]))];

    /// <summary>Misspells a text with some probability.</summary>
    public string Maybe(string text, double rate, SlipMix mix, Dice dice)
    {
        if (text.Length < 2 || !dice.Chance(rate))
        {
            return text;
        }

        return dice.Weighted(mix.Weights) switch
        {
            0 => Typed(text, dice),
            1 => Heard(text, dice),
            _ => Scanned(text, dice),
        };
    }

    /// <summary>Changes a digit, or drops or swaps one, with some probability.</summary>
    public static string MaybeDigit(string digits, double rate, Dice dice)
    {
        if (digits.Length < 2 || !dice.Chance(rate))
        {
            return digits;
        }

        var at = dice.Below(digits.Length - 1);
        return dice.Weighted([.6, .3, .1]) switch
        {
            0 => $"{digits[..at]}{(char)('0' + dice.Below(10))}{digits[(at + 1)..]}",
            1 => Swapped(digits, at),
            _ => digits.Remove(at, 1),
        };
    }

    /// <summary>Slips on the keyboard: a key beside, one left out, two swapped, one twice, one too many.</summary>
    public string Typed(string text, Dice dice)
    {
        var at = dice.Below(text.Length);
        var isUpper = char.IsUpper(text[at]);
        var beside = _beside.TryGetValue(char.ToLowerInvariant(text[at]), out var keys) ? dice.Of(keys.ToCharArray()) : text[at];
        beside = isUpper ? char.ToUpperInvariant(beside) : beside;
        return dice.Weighted([.35, .25, .2, .1, .1]) switch
        {
            0 => $"{text[..at]}{beside}{text[(at + 1)..]}",
            1 => text.Remove(at, 1),
            2 => Swapped(text, Math.Min(at, text.Length - 2)),
            3 => text.Insert(at, text[at].ToString()),
            _ => text.Insert(at, char.ToLowerInvariant(beside).ToString()),
        };
    }

    private static string Swapped(string text, int at) => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";

    private string Heard(string text, Dice dice)
    {
        for (var tries = 0; tries < TriesMax; tries++)
        {
            // The table lists what happens most first.
            var (where, from, to) = _sounds[dice.Skewed(_sounds.Length, 2)];
            var at = where switch
            {
                "start" => text.StartsWith(from, StringComparison.OrdinalIgnoreCase) ? 0 : -1,
                "end" => text.EndsWith(from, StringComparison.OrdinalIgnoreCase) ? text.Length - from.Length : -1,
                "middle" when text.Length > 2 => text.IndexOf(from, 1, text.Length - 2, StringComparison.OrdinalIgnoreCase),
                _ => text.IndexOf(from, StringComparison.OrdinalIgnoreCase),
            };
            if (at >= 0)
            {
                return Replaced(text, at, from.Length, to);
            }
        }

        return Typed(text, dice);
    }

    private string Scanned(string text, Dice dice)
    {
        for (var tries = 0; tries < TriesMax; tries++)
        {
            var (from, to) = dice.Of(_scans);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            if (at >= 0)
            {
                return $"{text[..at]}{to}{text[(at + from.Length)..]}";
            }
        }

        return Typed(text, dice);
    }

    private static string Replaced(string text, int at, int length, string by)
    {
        var result = $"{text[..at]}{by}{text[(at + length)..]}";
        return at == 0 && result.Length > 0 && char.IsUpper(text[0]) ? char.ToUpperInvariant(result[0]) + result[1..] : result.Length == 0 ? text : result;
    }
}
