using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Invents e-mail addresses as people choose them.</summary>
/// <remarks>The large providers are named because the gate knows their rules on dots and tags; nothing is ever sent.</remarks>
internal static class Mailboxes
{
    private const int SmallProviders = 300;
    private const double CrowdSize = 5e6;

    private static readonly string[] Providers =
        ["gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "comcast.net", "msn.com"];

    private static readonly double[] ProviderWeights = [40, 16, 10, 8, 7, 5, 3, 2];

    /// <summary>Invents an address from a name. The more common the name, the more digits it takes to get a free one.</summary>
    /// <param name="given">The given name, in Latin letters.</param>
    /// <param name="family">The family name, in Latin letters.</param>
    /// <param name="bearers">The share of people with this name.</param>
    /// <param name="birthYear">The year of birth.</param>
    /// <param name="dice">The dice.</param>
    public static Mailbox Personal(string given, string family, double bearers, int birthYear, Dice dice)
    {
        var (a, b) = (Plain(given), Plain(family));
        var digits = bearers * CrowdSize < 1 ? dice.Below(3) : dice.Between(2, 4);
        var local = dice.Weighted([30, 15, 20, 10, 8, 10, 7]) switch
        {
            0 => $"{a}.{b}",
            1 => $"{a[0]}{b}",
            2 => a + b,
            3 => $"{b}.{a}",
            4 => $"{a}_{b}",
            5 => $"{a}{b[0]}",
            _ => b + a[0],
        };
        digits = local.Length < 8 ? Math.Max(3, digits) : digits;
        return new Mailbox(local + Number(digits, birthYear, dice), Provider(dice));
    }

    public static Mailbox Family(string family, Dice dice) =>
        new($"{(dice.Chance(.5) ? "the" : string.Empty)}{Plain(family)}{(dice.Chance(.5) ? "s" : "family")}{dice.Below(10_000).ToString(CultureInfo.InvariantCulture)}", Provider(dice));

    private static string Number(int digits, int birthYear, Dice dice) => digits switch
    {
        0 => string.Empty,
        2 when dice.Chance(.5) => (birthYear % 100).ToString("D2", CultureInfo.InvariantCulture),
        4 when dice.Chance(.3) => birthYear.ToString(CultureInfo.InvariantCulture),
        1 => dice.Below(10).ToString(CultureInfo.InvariantCulture),
        2 => dice.Below(100).ToString("D2", CultureInfo.InvariantCulture),
        3 => dice.Below(1000).ToString("D3", CultureInfo.InvariantCulture),
        _ => dice.Below(10_000).ToString("D4", CultureInfo.InvariantCulture),
    };

    private static string Provider(Dice dice) =>
        dice.Chance(.09) ? string.Create(CultureInfo.InvariantCulture, $"net{dice.Skewed(SmallProviders, 2)}.example") : Providers[dice.Weighted(ProviderWeights)];

    private static string Plain(string name)
    {
        var plain = string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
        return plain.Length == 0 ? "x" : plain;
    }
}
