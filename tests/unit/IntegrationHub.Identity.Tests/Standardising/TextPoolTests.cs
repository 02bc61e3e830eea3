using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Standardising;

/// <summary>Texts by number, their hashes, and what is known of them.</summary>
public sealed class TextPoolTests
{
    private const string Full =
        "name.given: Zembla Maria | name.family: Qorvex | name.full: Umbo Kato | name.suffix: Jr | gender: f | birthDate: 1981-04-07 | email: q@example.org | phone: 5552817743"
        + " | 1 address.street: Qorvex Lane | 1 address.houseNumber: 4 | 2 address.full: Zembla Road 9, Dunmore | identifier:card: 8829104 | attribute:size: large | organization: Acme Tools";

    [Fact]
    public void A_text_has_one_number_however_many_there_are()
    {
        var pool = new WordPool();
        Assert.Equal(0, pool.Intern([]));
        var texts = Enumerable.Range(0, 3000).Select(i => $"w{i * 7919 % 3001}x{i}").ToArray();
        var ids = texts.Select(text => pool.Intern(text)).ToArray();

        Assert.Equal(Enumerable.Range(1, 3000), ids);
        Assert.Equal(3000, pool.Count);
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(ids[i], pool.Intern(texts[i]));
            Assert.Equal(texts[i], pool.Text(ids[i]).ToString());
            Assert.Equal((texts[i].Length, 'w', true), (pool.Shape(ids[i]).Length, pool.Shape(ids[i]).First, pool.Shape(ids[i]).HasDigits));
            Assert.Equal(StableHash.Of(texts[i]), pool.Hash(ids[i]));
            Assert.Equal(PhoneticKey.Of(texts[i]), pool.Traits(ids[i]).Phonetic);
        }

        Assert.True(pool.Text(0).IsEmpty);
    }

    [Fact]
    public void Hashes_never_change() => Assert.Equal(
        "efd01f60ba992926 cc121689c086b9b9",
        string.Join(' ', new[] { StableHash.Of(string.Empty), StableHash.Of("anna") }.Select(h => h.ToString("x", CultureInfo.InvariantCulture))));

    [Fact]
    public void Names_know_how_common_they_are_and_what_they_are_short_for()
    {
        Assert.True(NameFrequencies.GivenBits("maria") < NameFrequencies.GivenBits("greta") && NameFrequencies.GivenBits("greta") < 16);
        Assert.True(NameFrequencies.FamilyBits("smith") < NameFrequencies.FamilyBits("holt") && NameFrequencies.FamilyBits("holt") < 16);
        Assert.Equal((16, 16), (NameFrequencies.GivenBits("qorvex"), NameFrequencies.FamilyBits("qorvex")));
        Assert.InRange(NameFrequencies.FamilyBits("smith"), 5, 9);
        Assert.Equal((true, true, false, false), (AreRelated("bob", "robert"), AreRelated("robert", "bob"), AreRelated("bob", "elizabeth"), AreRelated("anna", "thomas")));
        Assert.Equal(0, Nicknames.Find("qorvex"));
    }

    [Fact]
    public void Two_records_have_one_hash_when_they_say_the_same_and_only_then()
    {
        string[] lines =
        [
            "name.given: Anna", "name.family: Anna", "name.full: Anna", "name.given: Anna | name.family: Holtz", "name.given: Anna | name.middle: Holtz",
            "name.given: Anna Maria", "name.given: Anna | name.middle: Maria", "name.given: Anna | name.suffix: Jr", "name.given: Anna | gender: f",
            "birthDate: 1981-04-07", "birthDate: 1981-04-08", "email: a@example.org", "email: a@example.net", "phone: 5552817743", "phone: 5552817744",
            "phone: 5552817743 | phone: 5552817744", "address.street: Oak Lane", "address.line2: Oak Lane", "address.street: Oak Lane | address.houseNumber: 4",
            "address.locality: Oak", "address.full: Oak Lane, Ashford", "address.region: Oak", "address.postalCode: 4012", "identifier:a: 777778", "identifier:b: 777778",
            "identifier:a: 777779", "attribute:a: 777778", "organization: Acme", "organization: Acme Tools", "organization: Tools Acme",
        ];
        var (there, back) = (lines.Select(line => Hash(line)).ToArray(), lines.Select(line => Hash(line, Full)).ToArray());

        Assert.Equal(lines.Length, there.Distinct().Count());
        Assert.Equal(there, back);
    }

    [Fact]
    public void The_hash_of_a_record_is_the_same_in_every_process() => Assert.Equal("e6be1484c88d670d", Hash(Full).ToString("x16", CultureInfo.InvariantCulture));

    [Fact]
    public void A_list_that_is_missing_is_named() =>
        Assert.Contains("moon.txt", Assert.Throws<InvalidOperationException>(() => Resource.Text("moon.txt")).Message, StringComparison.Ordinal);

    private static bool AreRelated(string a, string b) => Nicknames.AreRelated(Nicknames.Find(a), Nicknames.Find(b));

    private static ulong Hash(string line, string? before = null)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        IReadOnlyList<Field> first = before is null ? [] : Lines.Fields(string.Empty, before);
        standardiser.Standardise(first);
        return ProfileHash.Of(words, values, names, standardiser.Standardise(Lines.Fields(string.Empty, line)));
    }
}
