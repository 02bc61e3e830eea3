using System.Globalization;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>A step of a random history: a record comes, changes or goes, somebody orders, consents or decides.</summary>
internal static class RandomStep
{
    private static readonly string[] Given = ["Ada", "Bertram", "Clara", "David"];
    private static readonly string[] Family = ["Lindqvist", "Kowalski", "Adler"];

    /// <summary>Takes a step.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="random">The chance.</param>
    /// <param name="live">What the records that are not deleted say, by key; kept up to date.</param>
    public static async Task TakeAsync(MatchBench bench, Random random, Dictionary<string, string> live)
    {
        var key = random.Next(12).ToString(CultureInfo.InvariantCulture);
        var known = live.Keys.Order(StringComparer.Ordinal).ToArray();
        switch (random.Next(10))
        {
            case < 5:
                await bench.PutAsync(key, live[key] = Person(random));
                break;
            case 5 when live.Remove(key):
                await bench.DeleteAsync(key);
                break;
            case 6 when live.TryGetValue(key, out var values):
                await bench.PutAsync(key, values);
                break;
            case 7:
                await bench.OrderAsync(key);
                break;
            case 8:
                await bench.ConsentAsync(key, random.Next(2) == 0 ? ConsentStatus.Granted : ConsentStatus.Denied);
                break;
            case 9 when known.Length > 1:
                random.Shuffle(known);
                await bench.DecideAsync(known[0], known[1], isSame: random.Next(2) == 0);
                break;
        }
    }

    private static string Person(Random random)
    {
        var (given, family) = (Given[random.Next(Given.Length)], Family[random.Next(Family.Length)]);
        var number = random.Next(3);
        var values = $"name.given: {given} | name.family: {family}";
        values += random.Next(2) == 0 ? $" | email: {given}.{family}{number}@example.org".ToLowerInvariant() : string.Empty;
        values += random.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $" | phone: +1402555010{random.Next(5)}") : string.Empty;
        return values + (random.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $" | birthDate: 198{number}-04-1{number}") : string.Empty);
    }
}
