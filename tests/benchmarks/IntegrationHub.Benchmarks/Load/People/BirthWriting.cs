using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Writes dates of birth, month first, with the errors and stand-ins that forms collect.</summary>
internal static class BirthWriting
{
    private const double PlaceholderRate = .015;
    private const double JanuaryRate = .02;
    private const double SwapRate = .02;
    private const double SlipRate = .015;

    private static readonly DateOnly[] Placeholders = [new(1900, 1, 1), new(1970, 1, 1), new(1901, 1, 1), new(1999, 12, 31)];

    public static Cell Write(DateOnly birth, Dice dice)
    {
        var date = dice.Chance(PlaceholderRate) ? dice.Of(Placeholders)
            : dice.Chance(JanuaryRate) ? new DateOnly(birth.Year, 1, 1)
            : dice.Chance(SlipRate) ? Slip(birth, dice) : birth;
        if (date.Day <= 12 && dice.Chance(SwapRate))
        {
            date = new DateOnly(date.Year, date.Day, date.Month);
        }

        return new Cell(
            date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture));
    }

    private static DateOnly Slip(DateOnly birth, Dice dice) => dice.Weighted([.4, .2, .4]) switch
    {
        0 => new DateOnly(birth.Year, birth.Month, dice.Between(1, 28)),
        1 => new DateOnly(birth.Year, dice.Between(1, 12), Math.Min(birth.Day, 28)),
        _ => birth.AddYears(dice.Of([-10, -1, 1, 10])),
    };
}
