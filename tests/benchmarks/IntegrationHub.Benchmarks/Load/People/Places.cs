using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Invented towns in real states, with streets named as streets are: after people, trees, places, numbers.</summary>
internal sealed class Places
{
    private const int TownCount = 6000;
    private const int StreetCount = 15_000;
    private const int VocabularyPurpose = 1;
    private const double TownSkew = 2.2;
    private const double StreetSkew = 1.6;

    private static readonly string[] Directions = ["North", "South", "East", "West"];

    private readonly Town[] _towns;
    private readonly string[] _streets;
    private readonly string[] _types = TableFile.Words("words.csv", "type");

    /// <summary>Invents the places of a seed.</summary>
    public Places(int seed, NameLists names)
    {
        var dice = new Dice();
        dice.Restart(seed, VocabularyPurpose, 0);
        _towns = Towns(dice, names);
        _streets = Streets(dice, names);
    }

    /// <summary>Draws a home; large towns have more of them.</summary>
    public Home Home(Dice dice)
    {
        var town = _towns[dice.Skewed(_towns.Length, TownSkew)];
        return HomeIn(town, dice);
    }

    /// <summary>Draws a home of somebody who moves: half stay in the town.</summary>
    public Home NextHome(Home home, Dice dice) => dice.Chance(.5) ? HomeIn(home.Town, dice) : Home(dice);

    private Home HomeIn(Town town, Dice dice)
    {
        var house = dice.Between(1, dice.Chance(.5) ? 200 : dice.Chance(.8) ? 3000 : 20_000);
        var unit = dice.Chance(.2) ? dice.Between(1, 40).ToString(CultureInfo.InvariantCulture) + (dice.Chance(.3) ? ((char)dice.Between('A', 'F')).ToString() : string.Empty) : string.Empty;
        return new Home(
            house.ToString(CultureInfo.InvariantCulture),
            dice.Chance(.1) ? dice.Of(Directions) : string.Empty,
            _streets[dice.Skewed(_streets.Length, StreetSkew)],
            dice.Of(_types),
            unit,
            town,
            (town.FirstZip + dice.Below(town.ZipCount)).ToString("D5", CultureInfo.InvariantCulture));
    }

    private static Town[] Towns(Dice dice, NameLists names)
    {
        var endings = TableFile.Words("words.csv", "ending");
        var seconds = TableFile.Words("words.csv", "second");
        var firsts = TableFile.Words("words.csv", "first");
        var states = TableFile.Own("states.csv").Select(line => line.Split(',')).ToArray();
        var weights = Array.ConvertAll(states, state => (double)state[3].Length);
        var next = new int[states.Length];
        var towns = new Town[TownCount];
        for (var i = 0; i < towns.Length; i++)
        {
            var family = names.Family(dice, out _);
            var name = dice.Weighted([.55, .3, .15]) switch
            {
                0 => family + dice.Of(endings),
                1 => $"{family} {dice.Of(seconds)}",
                _ => $"{dice.Of(firsts)} {family}",
            };
            var state = dice.Weighted(weights);
            var zips = Math.Max(1, 12 - (i / 60));
            var first = int.Parse(states[state][1], CultureInfo.InvariantCulture) * 100;
            var range = ((int.Parse(states[state][2], CultureInfo.InvariantCulture) + 1) * 100) - first - zips;
            towns[i] = new Town(name, states[state][0], first + (next[state] % range), zips, states[state][3].Split(' '));
            next[state] += zips;
        }

        return towns;
    }

    private static string[] Streets(Dice dice, NameLists names)
    {
        string[] common =
        [
            .. TableFile.Words("words.csv", "president"), .. TableFile.Words("words.csv", "tree"), .. TableFile.Words("words.csv", "place"),
            "1st", "2nd", "3rd", .. Enumerable.Range(4, 7).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}th")),
        ];
        var trees = TableFile.Words("words.csv", "tree");
        var places = TableFile.Words("words.csv", "place");
        var streets = new string[StreetCount];
        for (var i = 0; i < streets.Length; i++)
        {
            streets[i] = i < common.Length ? common[i] : dice.Weighted([.6, .25, .15]) switch
            {
                0 => names.Family(dice, out _),
                1 => $"{dice.Of(trees)} {dice.Of(places)}",
                _ => $"{names.Given(dice, out _)} {dice.Of(places)}",
            };
        }

        return streets;
    }
}
