using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Invents employers, a few of them large.</summary>
internal sealed class Offices(int seed, NameLists names, Places places)
{
    private const int OfficeCount = 20_000;
    private const int OfficePurpose = 2;
    private const double Skew = 3;

    private static readonly string[] SharedLocals = ["info", "office", "sales", "contact", "hello", "mail"];

    private readonly string[] _kinds = TableFile.Words("words.csv", "company");
    private readonly Dice _dice = new();

    /// <summary>Draws an employer by size.</summary>
    public Office Pick(Dice dice)
    {
        var number = dice.Skewed(OfficeCount, Skew);
        _dice.Restart(seed, OfficePurpose, number);
        var name = names.Family(_dice, out _) + _dice.Of(_kinds);
        var domain = string.Create(CultureInfo.InvariantCulture, $"{name.ToLowerInvariant()}{number}.example");
        return new Office(places.Home(_dice).Town.Phone(_dice), new Mailbox(_dice.Of(SharedLocals), domain));
    }
}
