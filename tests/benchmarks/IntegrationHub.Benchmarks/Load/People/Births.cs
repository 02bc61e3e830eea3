namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Invents dates of birth.</summary>
internal static class Births
{
    private static readonly DateOnly Earliest = new(1936, 1, 1);

    /// <summary>Draws the birth of a grown-up: most are of middle age.</summary>
    public static DateOnly Adult(Dice dice) => Earliest.AddDays((dice.Below(25_500) + dice.Below(25_500)) / 2);
}
