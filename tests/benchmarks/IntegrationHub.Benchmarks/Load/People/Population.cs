using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Invents people. A person depends on the seed and the number alone, not on who was asked for before.</summary>
internal sealed class Population
{
    private const int PersonPurpose = 4;
    private const int RecordsMax = 20;
    private const double ForeignShare = .01;
    private const double MarksShare = .4;
    private const double MiddleShare = .6;
    private const double MarriageShare = .08;
    private const double OwnNameShare = .12;
    private const double LandlineShare = .25;
    private const double OfficeShare = .04;
    private const double CardShare = .5;
    private const double SecondCardShare = .1;

    private static readonly double[] HomeWeights = [.72, .2, .08];
    private static readonly double[] MobileWeights = [.75, .2, .05];
    private static readonly double[] MailboxWeights = [.7, .25, .05];
    private static readonly double[] RecordWeights = [.. Enumerable.Range(1, RecordsMax).Select(k => 1.0 / (k * k))];

    private readonly int _seed;
    private readonly NameLists _names = new();
    private readonly Places _places;
    private readonly Offices _offices;
    private readonly Households _households;
    private readonly Dice _dice = new();

    /// <summary>Makes the population of a seed.</summary>
    public Population(int seed)
    {
        _seed = seed;
        _places = new Places(seed, _names);
        _offices = new Offices(seed, _names, _places);
        _households = new Households(seed, _names, _places);
    }

    /// <summary>Invents a person.</summary>
    public Person Person(int number)
    {
        var household = _households.Of(number, out var place);
        _dice.Restart(_seed, PersonPurpose, number);
        var (given, family, bearers, isForeign) = Name(household, place);
        var birth = Birth(household, place);
        var homes = household?.Homes ?? Homes();
        var (latinGiven, latinFamily) = isForeign ? (Transliteration.Of(given, 0), Transliteration.Of(family, 0)) : (given, family);
        return new Person
        {
            Number = number,
            Given = Marked(given, isForeign),
            Middle = !isForeign && _dice.Chance(MiddleShare) ? _names.Given(_dice, out _) : null,
            Family = Marked(family, isForeign),
            MarriedFamily = !isForeign && _dice.Chance(MarriageShare) ? _names.Family(_dice, out _) : null,
            MarriedAt = _dice.Share(),
            Nickname = _names.Nickname(given, _dice),
            Generation = Generation(household, place),
            IsForeign = isForeign,
            Birth = birth,
            Homes = homes,
            Mobiles = Several(MobileWeights, () => (_dice.Chance(.8) ? homes[0] : _places.Home(_dice)).Town.Phone(_dice)),
            Landline = household?.Landline ?? (_dice.Chance(LandlineShare) ? homes[^1].Town.Phone(_dice) : null),
            Mailboxes = Several(MailboxWeights, () => Mailboxes.Personal(latinGiven, latinFamily, bearers, birth.Year, _dice)),
            SharedMailbox = household?.Mailbox,
            Office = _dice.Chance(OfficeShare) ? _offices.Pick(_dice) : null,
            Cards = Cards(number, household),
            RecordCount = 1 + _dice.Weighted(RecordWeights),
        };
    }

    private (string Given, string Family, double Bearers, bool IsForeign) Name(Household? household, int place)
    {
        if (household is null && _dice.Chance(ForeignShare))
        {
            var (foreignGiven, foreignFamily) = _names.Foreign(_dice);
            return (foreignGiven, foreignFamily, 1e-7, true);
        }

        var given = _names.Given(_dice, out var givenShare);
        var family = _names.Family(_dice, out var familyShare);
        if (household is { Kind: HouseholdKind.Namesakes } && place < 2)
        {
            return (household.Given, household.Family, household.GivenShare * household.FamilyShare, false);
        }

        var isOwn = household is null or { Kind: HouseholdKind.Flatmates } || (place == 1 && household.Kind == HouseholdKind.Family && _dice.Chance(OwnNameShare));
        return isOwn ? (given, family, givenShare * familyShare, false)
            : (given, household!.Family, givenShare * household.FamilyShare, false);
    }

    private string Marked(string name, bool isForeign) => !isForeign && _dice.Chance(MarksShare) ? _names.WithMarks(name) : name;

    private DateOnly Birth(Household? household, int place) => (household?.Kind, place) switch
    {
        (null or HouseholdKind.Flatmates, _) => Births.Adult(_dice),
        (HouseholdKind.Twins, < 2) => household!.ChildBirth,
        (HouseholdKind.Namesakes, 0) => household!.ParentBirth,
        (HouseholdKind.Namesakes, 1) => household!.ChildBirth,
        (HouseholdKind.Family, < 2) => household!.ParentBirth.AddDays(_dice.Between(-1500, 1500)),
        (HouseholdKind.Twins, _) => household!.ParentBirth.AddDays(_dice.Between(-1500, 1500)),
        _ => household!.ChildBirth.AddDays(_dice.Between(300, 3000)),
    };

    private string? Generation(Household? household, int place) =>
        household is { Kind: HouseholdKind.Namesakes } && place < 2 && _dice.Chance(.6) ? (place == 0 ? "Sr" : "Jr") : null;

    private Home[] Homes()
    {
        var homes = new Home[1 + _dice.Weighted(HomeWeights)];
        homes[0] = _places.Home(_dice);
        for (var i = 1; i < homes.Length; i++)
        {
            homes[i] = _places.NextHome(homes[i - 1], _dice);
        }

        return homes;
    }

    private string[] Cards(int number, Household? household)
    {
        if (household is { HasSharedCard: true })
        {
            return [Card(Households.FirstOf(number), 0)];
        }

        return !_dice.Chance(CardShare) ? [] : _dice.Chance(SecondCardShare) ? [Card(number, 0), Card(number, 1)] : [Card(number, 0)];
    }

    /// <summary>Numbers cards without telling the holder's number: multiplying by an odd number permutes the remainders of a power of two.</summary>
    private static string Card(int person, int card) =>
        "6" + (((((ulong)person * 2) + (ulong)card) * 0x2545F4915F) & 0x1FFFFFFF).ToString("D9", CultureInfo.InvariantCulture);

    private T[] Several<T>(double[] weights, Func<T> invent)
    {
        var items = new T[1 + _dice.Weighted(weights)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = invent();
        }

        return items;
    }
}
