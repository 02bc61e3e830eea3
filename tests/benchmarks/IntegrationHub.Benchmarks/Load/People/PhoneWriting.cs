namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Writes telephone numbers in the many ways there are.</summary>
internal static class PhoneWriting
{
    private const int NationalLength = 10;

    private static readonly string[] Placeholders = ["000-0000", "0000000000", "999-999-9999", "555-5555", "n/a", "none", "1234567890"];

    /// <summary>Writes a number.</summary>
    /// <param name="digits">Ten digits; fewer after a slip.</param>
    /// <param name="placeholderRate">How often something stands there instead.</param>
    /// <param name="style">The style of the source, 0 to 2, or -1 where people write as they like.</param>
    /// <param name="dice">The dice.</param>
    public static Cell Write(string digits, double placeholderRate, int style, Dice dice)
    {
        if (dice.Chance(placeholderRate))
        {
            var text = dice.Of(Placeholders);
            return new Cell(text.Length == NationalLength && char.IsAsciiDigit(text[0]) ? "+1" + text : text, text);
        }

        if (digits.Length != NationalLength)
        {
            return Cell.Of(digits);
        }

        var (area, exchange, line) = (digits[..3], digits[3..6], digits[6..]);
        var written = (style < 0 ? dice.Below(8) : style) switch
        {
            0 => $"({area}) {exchange}-{line}",
            1 => $"{area}-{exchange}-{line}",
            2 => digits,
            3 => $"{area}.{exchange}.{line}",
            4 => $"+1 {area} {exchange} {line}",
            5 => $"1-{area}-{exchange}-{line}",
            6 => $"{area} {exchange}{line}",
            _ => "+1" + digits,
        };
        return new Cell("+1" + digits, written);
    }
}
