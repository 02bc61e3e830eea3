using System.Globalization;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Benchmarks.Identity;

/// <summary>Invents people in households over four sources, with slips, nicknames left out, moves and placeholders.</summary>
internal sealed class InventedCrowd
{
    private const int SurnameCount = 8000;
    private const int GivenCount = 1500;
    private const int StreetCount = 3000;
    private const int TownCount = 800;

    private readonly Random _random;
    private readonly string[] _given;
    private readonly string[] _family;
    private readonly string[] _streets;
    private readonly string[] _towns;
    private int _people;
    private (string Family, string House, int Street, int Town) _home;

    public InventedCrowd(int seed)
    {
        _random = new Random(seed);
        _given = Words(GivenCount, 2, 3);
        _family = Words(SurnameCount, 2, 4);
        _streets = Words(StreetCount, 2, 4);
        _towns = Words(TownCount, 2, 4);
    }

    public void AddPerson(List<(int Source, List<Field> Fields, int Person)> records)
    {
        var person = _people++;
        if (person % 7 != 0 || person == 0)
        {
            _home = (Skewed(_family), _random.Next(1, 200).ToString(CultureInfo.InvariantCulture), _random.Next(StreetCount), _random.Next(TownCount));
        }

        var given = Skewed(_given);
        var email = _random.Next(25) == 0 ? "info@example.com" : $"{given}.{_home.Family}{_random.Next(1000)}@mail{_random.Next(40)}.example";
        var truth = new List<Field>
        {
            new("name.given", given),
            new("name.family", _home.Family),
            new("birthDate", _random.Next(50) == 0 ? "1900-01-01" : Date()),
            new("email", email),
            new("phone", "+1" + _random.NextInt64(2_000_000_000, 9_999_999_999).ToString(CultureInfo.InvariantCulture)),
            new("address.line1", $"{_home.House} {_streets[_home.Street]} street"),
            new("address.locality", _towns[_home.Town]),
            new("address.postalCode", (10000 + (_home.Town * 100) + (_home.Street % 40)).ToString(CultureInfo.InvariantCulture)),
        };
        for (var copies = 1 + (_random.Next(10) * _random.Next(10) / 22); copies > 0; copies--)
        {
            records.Add((_random.Next(4), [.. truth.Where(_ => _random.Next(6) > 0).Select(Slip)], person));
        }
    }

    private string Date() => new DateOnly(_random.Next(1940, 2005), _random.Next(1, 13), _random.Next(1, 29)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Field Slip(Field field)
    {
        if (_random.Next(12) > 0)
        {
            return field;
        }

        var at = _random.Next(field.Value.Length);
        return field with { Value = _random.Next(2) == 0 ? field.Value.Remove(at, 1) : field.Value.Insert(at, ((char)_random.Next('a', 'z' + 1)).ToString()) };
    }

    private string Skewed(string[] words) => words[(int)(words.Length * Math.Pow(_random.NextDouble(), 2.5))];

    private string[] Words(int count, int syllablesMin, int syllablesMax)
    {
        const string Consonants = "bcdfghjklmnprstvw";
        const string Vowels = "aeiou";
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            var syllables = Enumerable.Range(0, _random.Next(syllablesMin, syllablesMax + 1))
                .Select(_ => string.Concat(Consonants[_random.Next(Consonants.Length)], Vowels[_random.Next(Vowels.Length)], _random.Next(3) == 0 ? "n" : string.Empty));
            words.Add(string.Concat(syllables));
        }

        return [.. words];
    }
}
