using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Blocking;

/// <summary>Which parts of keys two records have in common.</summary>
public sealed class AtomTests
{
    private static readonly AtomKind[] Kinds = Enum.GetValues<AtomKind>();

    [Fact]
    public void Records_share_the_parts_that_they_agree_on() => Table.Check(
        """
        email: anna.holtz@example.org ~ email: Anna.Holtz@example.org => email, email.local
        email: anna.holtz@example.org ~ email: anna.holtz@example.net => email.local
        email: ann@example.org ~ email: ann@example.net => nothing
        email: anna@example.org ~ email: anna@example.net => email.local
        email: info@example.org ~ email: info@example.org => nothing
        email: info@example.org | email: anna@example.org ~ email: anna@example.org => email, email.local
        phone: 5552817743 ~ phone: 4412817743 => phone.tail7, phone.tail4
        phone: 5559997743 ~ phone: 5552817743 => phone.tail4
        phone: 281774 ~ phone: 281774 => phone.tail7, phone.tail4
        identifier:card: 7729104 ~ identifier:card: 7729104 => identifier, identifier.start, identifier.end
        identifier:card: 772910 ~ identifier:card: 772999 => identifier.start
        identifier:card: 772910 ~ identifier:card: 888910 => identifier.end
        identifier:card: 7729104 ~ identifier:card: 7720104 => identifier.start, identifier.end
        identifier:card: 77291 ~ identifier:card: 77291 => identifier
        identifier:card: 7729104 ~ identifier:account: 7729104 => nothing
        attribute:size: large ~ attribute:size: large => nothing
        attribute:size: large | identifier:card: 77291 ~ identifier:card: 77291 => identifier
        birthDate: 1981-04-07 ~ birthDate: 1981-07-04 => birth.date, birth.year, birth.dayMonth
        birthDate: 1981-04-07 ~ birthDate: 1981-04-08 => birth.year
        birthDate: 1981-04-07 ~ birthDate: 1982-04-07 => birth.dayMonth
        birthDate: 1981-04 ~ birthDate: 1981-04 => nothing
        birthDate: 1981-13-07 ~ birthDate: 1981-13-07 => nothing
        name.given: Anna | name.family: Holtz ~ name.given: Anna | name.family: Holtz => name~sound, given~sound, family~sound, given^3, family^3, given~nickname
        name.given: Anna | name.family: Holtz ~ name.given: Holtz | name.family: Anna => name~sound
        name.given: Robert ~ name.given: Robbert => name~sound, given~sound, given^3
        name.given: Robert ~ name.given: Rob => given^3
        name.given: A ~ name.given: A => given~sound, given^3, given~nickname
        name.family: Garcia Lopez ~ name.family: Lopez => name~sound, family~sound, family^3
        name.family: Adler Bishop Carter Dorfman ~ name.family: Dorfman => nothing
        name.family: Adler Bishop Carter Dorfman ~ name.family: Carter => name~sound, family~sound, family^3
        name.given: Aa | name.given: Bb | name.given: Cc | name.given: Dd ~ name.given: Dd => nothing
        name.given: Aa | name.given: Bb | name.given: Cc | name.given: Dd ~ name.given: Cc => name~sound, given~sound, given^3, given~nickname
        address.postalCode: 40123 ~ address.postalCode: 40123 => postal, postal^3, place
        address.postalCode: 40123 ~ address.postalCode: 40199 => postal^3
        address.postalCode: 401 ~ address.postalCode: 401 => postal, place
        address.locality: Ashford ~ address.locality: Ashford => locality~sound, place
        address.locality: Ashford ~ address.locality: Ashferd => locality~sound
        address.locality: Ashford | address.postalCode: 40123 ~ address.locality: Ashford => locality~sound
        address.houseNumber: 4 ~ address.houseNumber: 4 => house
        address.street: Oak Lane ~ address.street: Oak Road => street~sound
        address.street: Elm Lane | 2 address.street: Oak Lane ~ address.street: Oak Road => street~sound
        organization: Acme Tools ~ organization: Acme Bakery => organization~sound, company.word~sound
        organization: Acme Tools ~ organization: Acme Tools => organization~sound, company~sound, company.word~sound
        organization: Acme Tools ~ organization: Northern Tools => company.word~sound
        organization: GmbH ~ organization: GmbH => organization~sound, company~sound
        name.given: Aa | organization: Acme Tools ~ organization: Acme Tools => organization~sound
        """,
        line => Shared(line.Split(" ~ ")[0], line.Split(" ~ ")[1]));

    [Fact]
    public void Records_of_a_block_that_is_too_large_share_what_refines_it() => Table.Check(
        """
        name.given: Anna | name.family: Holtz ~ name.given: Anna | name.family: Kruse => given
        name.given: Anna | name.family: Garcia Lopez ~ name.given: Hugo | name.family: Lopez => family
        name.given: Anna | name.family: Garcia Lopez ~ name.given: Hugo | name.family: Garcia => nothing
        name.given: Anna | organization: Acme Tools ~ organization: Acme Tools => nothing
        organization: Acme Tools ~ organization: Acme Tools => family
        birthDate: 1981-04-07 ~ birthDate: 1981-04-07 => birth
        birthDate: 1981-04-07 ~ birthDate: 1981-04-08 => nothing
        address.postalCode: 40123 ~ address.postalCode: 40123 => place
        address.locality: Ashford ~ address.locality: Ashford => place
        address.postalCode: 40123 | address.locality: Ashford ~ address.locality: Ashford => nothing
        address.street: Oak Lane | address.houseNumber: 4 ~ address.street: Oak Lane | address.houseNumber: 4 => home
        address.street: Oak Lane | address.houseNumber: 4 ~ address.street: Oak Lane | address.houseNumber: 5 => nothing
        address.street: Oak Lane ~ address.street: Oak Lane => nothing
        address.houseNumber: 4 ~ address.houseNumber: 4 => nothing
        phone: 5552817743 ~ phone: 4412817743 => phone
        phone: 5552817743 ~ phone: 2817743 => phone
        phone: 5552817743 ~ phone: 5552817744 => nothing
        gender: male ~ gender: male => nothing
        """,
        line => Refining(line.Split(" ~ ")[0], line.Split(" ~ ")[1]));

    [Fact]
    public void Only_wanted_kinds_are_read_and_eight_of_a_kind_are_kept()
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var data = new RecordStandardiser(words, values, names).Standardise(
            Lines.Fields(string.Empty, "name.given: Anna | organization: Aaa Bbb Ccc Ddd Eee Fff Ggg Hhh | email: anna@example.org | address.postalCode: 40123"));
        foreach (var kind in Kinds)
        {
            var set = new AtomSet(generic: null);
            new AtomReader(words, values, names, AtomReader.Bit(kind)).Read(data, set);

            // Names are compared in several ways at once: their sounds are read in any case.
            Assert.All(
                Kinds.Where(k => k != kind && k is not (AtomKind.NameSound or AtomKind.GivenSound or AtomKind.FamilySound)),
                other => Assert.True(set[other].IsEmpty));
        }

        var atoms = new AtomSet(generic: null);
        for (var atom = 1UL; atom <= 20; atom++)
        {
            atoms.Add(AtomKind.House, atom / 2);
        }

        Assert.Equal([0UL, 1, 2, 3, 4, 5, 6, 7], atoms[AtomKind.House].ToArray());
    }

    [Fact]
    public void Every_kind_has_a_name_that_a_model_reads()
    {
        foreach (var kind in Kinds)
        {
            Assert.True(AtomKinds.TryParse(AtomKinds.NameOf(kind), out var parsed));
            Assert.Equal(kind, parsed);
            Assert.NotEmpty(AtomKinds.DecidedBy(kind));
        }

        Assert.Equal(Kinds.Length, AtomKinds.Count);
        Assert.False(AtomKinds.TryParse("emial", out _));
    }

    private static string Refining(string a, string b)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var (atomsA, atomsB) = (new ulong[RefiningAtoms.Count], new ulong[RefiningAtoms.Count]);
        Array.Fill(atomsA, 1UL);
        Array.Fill(atomsB, 1UL);
        RefiningAtoms.Write(words, values, standardiser.Standardise(Lines.Fields(string.Empty, a)), atomsA);
        RefiningAtoms.Write(words, values, standardiser.Standardise(Lines.Fields(string.Empty, b)), atomsB);
        string[] kinds = ["given", "family", "birth", "place", "home", "phone"];
        return string.Join(", ", kinds.Where((_, i) => atomsA[i] != 0 && atomsA[i] == atomsB[i]));
    }

    private static string Shared(string a, string b)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var reader = new AtomReader(words, values, names, uint.MaxValue);
        var (setA, setB) = (new AtomSet(generic: null), new AtomSet(generic: null));
        reader.Read(standardiser.Standardise(Lines.Fields(string.Empty, a)), setA);
        reader.Read(standardiser.Standardise(Lines.Fields(string.Empty, b)), setB);
        return string.Join(", ", Kinds.Where(kind => setA[kind].ContainsAny(setB[kind])).Select(AtomKinds.NameOf));
    }
}
