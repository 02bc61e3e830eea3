using System.Globalization;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Invents people and several garbled records of each; the same seed gives the same records.</summary>
internal static class DirtyPeople
{
    private static readonly string[] Given =
    [
        "anna", "bertram", "clara", "david", "elena", "felix", "greta", "hugo", "irene", "jonas", "kate", "liam", "maria", "noah", "olga", "peter",
    ];

    private static readonly string[] Family =
    [
        "adler", "bishop", "carter", "dorfman", "ericson", "fabian", "gruber", "holt", "ibsen", "jansen", "kowalski", "lindqvist", "meyer", "novak",
    ];

    private static readonly string[] Streets = ["mill lane", "high street", "oak avenue", "station road", "church close"];

    private static readonly string[] Towns = ["ashford", "brunswick", "coldwater", "dunmore"];

    public static List<MatchingRecord> Make(int seed, int people, int recordsPerPerson)
    {
        var random = new Random(seed);
        var records = new List<MatchingRecord>();
        for (var person = 0; person < people; person++)
        {
            var truth = Person(random);
            for (var copy = 0; copy < random.Next(1, recordsPerPerson + 1); copy++)
            {
                var fields = truth.Where(_ => random.Next(8) > 0)
                    .Select(f => f with { Value = random.Next(6) == 0 ? Garble(f.Value, random) : f.Value }).ToList();
                var key = string.Create(CultureInfo.InvariantCulture, $"{person}-{copy}");
                records.Add(new MatchingRecord(key, random.Next(1, 4), key.Split('-')[0], fields));
            }
        }

        return records;
    }

    private static List<Field> Person(Random random)
    {
        var given = Given[random.Next(Given.Length)];
        var family = Family[random.Next(Family.Length)];
        var town = random.Next(Towns.Length);
        var digits = random.Next(2_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture);
        return
        [
            new Field("name.given", given),
            new Field("name.family", family),
            new Field("birthDate", new DateOnly(random.Next(1950, 2000), random.Next(1, 13), random.Next(1, 29)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new Field("email", random.Next(10) == 0 ? "info@example.org" : $"{given[0]}{family}{digits[..2]}@example.org"),
            new Field("phone", "+1555" + digits),
            new Field("address.houseNumber", random.Next(1, 40).ToString(CultureInfo.InvariantCulture)),
            new Field("address.street", Streets[random.Next(Streets.Length)]),
            new Field("address.locality", Towns[town]),
            new Field("address.postalCode", string.Create(CultureInfo.InvariantCulture, $"{40 + town}{random.Next(100, 130)}")),
            new Field("identifier:loyalty", digits),
        ];
    }

    private static string Garble(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, ((char)random.Next('a', 'z' + 1)).ToString()),
            _ => at + 1 < text.Length ? text[..at] + text[at + 1] + text[at] + text[(at + 2)..] : text,
        };
    }
}
