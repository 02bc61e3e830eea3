using System.Globalization;
using System.Text;

namespace IntegrationHub.Benchmarks.Load;

/// <summary>Writes a file of invented people with duplicates, errors and gaps, and the truth beside it. One seed, one result.</summary>
/// <remarks>Three in ten records repeat a person of before, with one or two things misspelt, shortened, missing or moved.
/// Names are drawn by the frequencies of public counts, so that Smiths are many and rare names rare.</remarks>
internal sealed class PeopleGenerator
{
    private const double RepeatShare = 0.3;
    private const int TownCount = 2000;

    private static readonly string[] StreetTypes = ["Street", "Avenue", "Road", "Lane", "Drive", "Court", "Place", "Way"];
    private static readonly string[] TownEndings = ["ville", "ton", "field", " Springs", " Falls", "burg", " Park", " City"];
    private static readonly string[] States = ["NE", "IA", "KS", "MO", "CO", "SD", "MN", "IL", "OK", "TX"];
    private static readonly string[] Providers = ["mail.example", "post.example", "web.example", "inbox.example"];

    private readonly Random _random;
    private readonly FrequencyTable _given;
    private readonly FrequencyTable _family;
    private readonly string[] _towns;

    /// <summary>Creates a generator.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="namesFolder">The folder with <c>given-names.csv</c> and <c>family-names.csv</c>.</param>
    internal PeopleGenerator(int seed, string namesFolder)
    {
        _random = new Random(seed);
        _given = FrequencyTable.Read(Path.Combine(namesFolder, "given-names.csv"));
        _family = FrequencyTable.Read(Path.Combine(namesFolder, "family-names.csv"));
        _towns = [.. Enumerable.Range(0, TownCount).Select(_ => _family.Pick(_random) + TownEndings[_random.Next(TownEndings.Length)])];
    }

    /// <summary>Writes <c>people.csv</c>, <c>truth.csv</c> and <c>mapping.json</c> into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="count">How many records.</param>
    internal void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mapping.json"), Mapping);
        using var people = new StreamWriter(Path.Combine(folder, "people.csv"), append: false, Encoding.UTF8);
        using var truth = new StreamWriter(Path.Combine(folder, "truth.csv"), append: false, Encoding.UTF8);
        people.WriteLine("id,given,family,born,email,phone,house,street,town,zip,state");
        truth.WriteLine("source,stream,key,entity_id");
        var known = new List<string[]>(count);
        for (var i = 0; i < count; i++)
        {
            var isRepeat = known.Count > 0 && _random.NextDouble() < RepeatShare;
            var person = isRepeat ? _random.Next(known.Count) : known.Count;
            if (!isRepeat)
            {
                known.Add(NewPerson());
            }

            var row = isRepeat ? Distort(known[person]) : known[person];
            var key = "g" + i.ToString("D8", CultureInfo.InvariantCulture);
            people.WriteLine($"{key},{string.Join(',', row)}");
            truth.WriteLine($"people,people,{key},e{person.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private const string Mapping = """
        {
          "key": "id",
          "columns": {
            "given": "name.given", "family": "name.family", "born": "birthDate", "email": "email", "phone": "phone",
            "house": "address.houseNumber", "street": "address.street", "town": "address.locality",
            "zip": "address.postalCode", "state": "address.region"
          }
        }
        """;

    private string[] NewPerson()
    {
        var given = _given.Pick(_random);
        var family = _family.Pick(_random);
        var born = new DateOnly(1935, 1, 1).AddDays(_random.Next(26_000));
        var email = $"{given}.{family}{_random.Next(100)}@{Providers[_random.Next(Providers.Length)]}".ToLowerInvariant();
        var town = (int)(_towns.Length * Math.Pow(_random.NextDouble(), 2));
        var phone = string.Create(CultureInfo.InvariantCulture, $"({_random.Next(201, 990)}) {_random.Next(200, 999)}-{_random.Next(10_000):D4}");
        return
        [
            given, family, born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), email, phone,
            _random.Next(1, 3000).ToString(CultureInfo.InvariantCulture), $"{_family.Pick(_random)} {StreetTypes[_random.Next(StreetTypes.Length)]}",
            _towns[town], (10_000 + town * 40 + _random.Next(40)).ToString(CultureInfo.InvariantCulture), States[town % States.Length],
        ];
    }

    private string[] Distort(string[] person)
    {
        var row = (string[])person.Clone();
        for (var errors = _random.Next(1, 3); errors > 0; errors--)
        {
            var column = _random.Next(row.Length);
            row[column] = _random.Next(4) == 0 ? string.Empty : Misspell(row[column]);
        }

        return row;
    }

    private string Misspell(string text)
    {
        if (text.Length < 3)
        {
            return text;
        }

        var at = _random.Next(text.Length - 1);
        return _random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2)),
            _ => text.Insert(at, text[at].ToString()),
        };
    }
}
