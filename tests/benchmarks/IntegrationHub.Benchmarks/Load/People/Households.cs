namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Puts some people into common homes. Of every twenty people in a row the first two to five share one: 15% on average.</summary>
internal sealed class Households(int seed, NameLists names, Places places)
{
    private const int CellSize = 20;
    private const int HouseholdPurpose = 3;
    private const double MailboxShare = .15;
    private const double CardShare = .1;
    private const double MoveShare = .25;
    private const int AdultAgeMin = 20;
    private const int AdultAgeMax = 38;

    private static readonly double[] SizeWeights = [.4, .3, .2, .1];
    private static readonly double[] KindWeights = [.6, .08, .12, .2];

    private readonly Dice _dice = new();
    private Household? _last;
    private int _lastCell = -1;

    /// <summary>Finds a person's household.</summary>
    /// <param name="person">The person's number.</param>
    /// <param name="place">The person's place in it, from 0.</param>
    /// <returns>The household, or <see langword="null"/> for somebody who lives alone.</returns>
    public Household? Of(int person, out int place)
    {
        var cell = person / CellSize;
        place = person % CellSize;
        if (cell != _lastCell)
        {
            (_last, _lastCell) = (Invent(cell), cell);
        }

        return place < _last!.Size ? _last : null;
    }

    /// <summary>Gets the number of the first person of somebody's household.</summary>
    public static int FirstOf(int person) => person / CellSize * CellSize;

    private Household Invent(int cell)
    {
        _dice.Restart(seed, HouseholdPurpose, cell);
        var kind = (HouseholdKind)_dice.Weighted(KindWeights);
        var home = places.Home(_dice);
        var family = names.Family(_dice, out var familyShare);
        var given = names.Given(_dice, out var givenShare);
        var parentBirth = Births.Adult(_dice);
        return new Household(
            kind,
            2 + _dice.Weighted(SizeWeights),
            _dice.Chance(MoveShare) ? [home, places.NextHome(home, _dice)] : [home],
            family,
            familyShare,
            given,
            givenShare,
            parentBirth,
            parentBirth.AddYears(_dice.Between(AdultAgeMin, AdultAgeMax)).AddDays(_dice.Below(365)),
            home.Town.Phone(_dice),
            _dice.Chance(MailboxShare) ? Mailboxes.Family(family, _dice) : null,
            _dice.Chance(CardShare));
    }
}
