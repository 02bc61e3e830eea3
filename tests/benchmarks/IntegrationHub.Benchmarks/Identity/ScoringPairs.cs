using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>
/// Invents pairs as keys propose them, on six fields: every second one two records of one person with slips, the others
/// strangers who share a name, a birth date, a home, a phone or part of an e-mail address.
/// </summary>
internal sealed class ScoringPairs(int seed)
{
    private const int GivenCount = 800;
    private const int FamilyCount = 4000;
    private const int SharesCount = 5;

    private static readonly string[] StreetTypes = ["street", "road", "avenue", "lane"];

    private readonly Random _random = new(seed);
    private readonly string[] _given = Names("given-names.csv", GivenCount);
    private readonly string[] _family = Names("family-names.csv", FamilyCount);

    public List<(List<Field> A, List<Field> B)> Make(int count)
    {
        var pairs = new List<(List<Field> A, List<Field> B)>(count);
        for (var i = 0; i < count; i++)
        {
            var person = Person();
            var other = i % 2 == 0 ? person : Share(person, Person(), i / 2 % SharesCount);
            pairs.Add((Record(person), Record(other)));
        }

        return pairs;
    }

    private Dictionary<string, string> Person()
    {
        var given = _given[Skewed(GivenCount)];
        var family = _family[Skewed(FamilyCount)];
        var town = _random.Next(500);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name.given"] = given,
            ["name.family"] = family,
            ["birthDate"] = new DateOnly(_random.Next(1940, 2005), _random.Next(1, 13), _random.Next(1, 29)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["email"] = $"{given}.{family}{_random.Next(100)}@mail{_random.Next(20)}.example",
            ["phone"] = "+1" + _random.NextInt64(2_000_000_000, 9_999_999_999).ToString(CultureInfo.InvariantCulture),
            ["address.houseNumber"] = _random.Next(1, 300).ToString(CultureInfo.InvariantCulture),
            ["address.street"] = $"{_family[_random.Next(FamilyCount)]} {StreetTypes[_random.Next(StreetTypes.Length)]}",
            ["address.locality"] = _family[town * 7 % FamilyCount] + "ville",
            ["address.postalCode"] = (10000 + (town * 100) + _random.Next(20)).ToString(CultureInfo.InvariantCulture),
            ["identifier:loyalty"] = _random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static Dictionary<string, string> Share(Dictionary<string, string> person, Dictionary<string, string> stranger, int what)
    {
        string[] shared = what switch
        {
            0 => ["name.given", "name.family"],
            1 => ["birthDate"],
            2 => ["name.family", "address.houseNumber", "address.street", "address.locality", "address.postalCode"],
            3 => ["name.family", "phone"],
            _ => ["name.given", "address.locality", "address.postalCode"],
        };
        foreach (var field in shared)
        {
            stranger[field] = person[field];
        }

        return stranger;
    }

    private List<Field> Record(Dictionary<string, string> person) => [.. person.Select(f => new Field(f.Key, _random.Next(10) == 0 ? Slip(f.Value) : f.Value))];

    private string Slip(string text)
    {
        var at = _random.Next(text.Length);
        return _random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, ((char)_random.Next('a', 'z' + 1)).ToString()),
            _ => at + 1 < text.Length ? text[..at] + text[at + 1] + text[at] + text[(at + 2)..] : text,
        };
    }

    private int Skewed(int count) => (int)(count * Math.Pow(_random.NextDouble(), 2));

    private static string[] Names(string list, int count) => [.. Resource.Lines(list).Select(line => line.Split(',')[0]).Skip(1).Take(count)];
}
