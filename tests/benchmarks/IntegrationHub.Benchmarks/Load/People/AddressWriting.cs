namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Writes addresses in parts and in one line.</summary>
internal static class AddressWriting
{
    private const double ShortTypeShare = .55;
    private const double NoTypeShare = .04;
    private const double ShortTownShare = .5;
    private const double NoUnitShare = .2;
    private const double NoZipShare = .08;

    /// <summary>Writes the street with its direction and type.</summary>
    public static string Street(Home home, Dice dice)
    {
        var bar = home.Type.IndexOf('|', StringComparison.Ordinal);
        var type = dice.Chance(NoTypeShare) ? string.Empty : dice.Chance(ShortTypeShare) ? home.Type[(bar + 1)..] : home.Type[..bar];
        var direction = home.Direction.Length == 0 ? string.Empty : dice.Chance(.6) ? home.Direction[..1] : home.Direction;
        return string.Join(' ', new[] { direction, home.Street, type }.Where(part => part.Length > 0));
    }

    /// <summary>Writes the flat; empty for a house, and where people leave it out.</summary>
    public static string Unit(Home home, Dice dice) => home.Unit.Length == 0 || dice.Chance(NoUnitShare) ? string.Empty : dice.Weighted([.6, .25, .15]) switch
    {
        0 => "Apt " + home.Unit,
        1 => "#" + home.Unit,
        _ => "Unit " + home.Unit,
    };

    /// <summary>Writes the town; some shorten its first word.</summary>
    public static string Town(Home home, Dice dice)
    {
        var name = home.Town.Name;
        if (!dice.Chance(ShortTownShare))
        {
            return name;
        }

        return name switch
        {
            _ when name.StartsWith("Saint ", StringComparison.Ordinal) => "St." + name[5..],
            _ when name.StartsWith("Fort ", StringComparison.Ordinal) => "Ft" + name[4..],
            _ when name.StartsWith("Mount ", StringComparison.Ordinal) => "Mt" + name[5..],
            _ => name,
        };
    }

    /// <summary>Writes the whole in a line.</summary>
    public static string Line(Home home, string street, Dice dice)
    {
        var unit = Unit(home, dice);
        var town = Town(home, dice);
        var zip = dice.Chance(NoZipShare) ? string.Empty : " " + home.Zip;
        return dice.Weighted([.65, .2, .1, .05]) switch
        {
            0 => $"{home.House} {street}{(unit.Length > 0 ? ", " + unit : unit)}, {town}, {home.Town.State}{zip}",
            1 => $"{home.House} {street} {unit}{(unit.Length > 0 ? " " : unit)}{town} {home.Town.State}{zip}",
            2 => $"{home.House} {street}, {town}{zip}, USA",
            _ => $"{town},{zip} {home.House} {street}",
        };
    }
}
