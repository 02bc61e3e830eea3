using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Standardising;

/// <summary>Dates, addresses of mail, numbers: placeholders are nothing.</summary>
public sealed class ContactProfileTests
{
    [Fact]
    public void Birth_dates_are_read() => Table.Check(
        """
        birthDate: 1981-04-07 => birth 19810407; birthText 19810407
        birthDate: 1981-04 => birth 19810400; birthText 198104
        birthDate: 1981 => birth 19810000; birthText 1981
        birthDate: 1981-04-00 => birthText 19810400
        birthDate: 1981-00-00 => birthText 19810000
        birthDate: 1981-00-07 => birthText 19810007
        birthDate: 1981-12-31 => birth 19811231; birthText 19811231
        birthDate: 1981-13-01 => birthText 19811301
        birthDate: 1981-04-31 => birthText 19810431
        birthDate: 1980-02-29 => birth 19800229; birthText 19800229
        birthDate: 1981-02-29 => birthText 19810229
        birthDate: 1880-03-04 => birth 18800304; birthText 18800304
        birthDate: 1879-03-04 => birthText 18790304
        birthDate: 2100-03-04 => birth 21000304; birthText 21000304
        birthDate: 2101-03-04 => birthText 21010304
        birthDate: 1900-05-06 => birth 19000506; birthText 19000506
        birthDate: 1900-01-01 => nothing
        birthDate: 1900 => nothing
        birthDate: 1901-01-01 => nothing
        birthDate: 0001-01-01 => nothing
        birthDate: 0000-00-00 => nothing
        birthDate: 1111-11-11 => nothing
        birthDate: 1234-56-78 => nothing
        birthDate: 9999-12-31 => nothing
        birthDate: 9999-01-01 => nothing
        birthDate: 198 => birthText 198
        birthDate: 19810 => birthText 19810
        birthDate: 198104071 => birthText 198104071
        birthDate: 7 April 81 => birthText 7april81
        birthDate: April => birthText april
        birthDate: 1981-04-07 | birthDate: 1967-11-23 => birth 19810407; birthText 19810407
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));

    [Fact]
    public void Addresses_of_mail_are_read() => Table.Check(
        """
        email: Anna.Holtz+news@Example.ORG => email anna.holtz+news@example.org (annaholtznews, example.org)
        email: Anna Holtz <anna.holtz@example.org> => email anna.holtz@example.org (annaholtz, example.org)
        email:  anna@example.org  => email anna@example.org (anna, example.org)
        email: anna@@example.org => email anna@@example.org (anna, example.org)
        email: <anna@example.org> => email anna@example.org (anna, example.org)
        email: Anna <Holtz> <anna@example.org> => email anna@example.org (anna, example.org)
        email: a@example.org => email a@example.org (a, example.org)
        email: anna@ => email anna@ (anna, )
        email: @example.org => nothing
        email: info@example.org => email info@example.org (info, example.org) shared
        email: sales@example.org => email sales@example.org (sales, example.org) shared
        email: --@example.org => email --@example.org (, example.org) shared
        email: anna.example.org => nothing
        email: Jörg@example.org => email jörg@example.org (jorg, example.org)
        email: anna@example.org | email: anna@example.org | email: bernd@example.org => email anna@example.org (anna, example.org); email bernd@example.org (bernd, example.org)
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));

    [Fact]
    public void Phone_numbers_are_read() => Table.Check(
        """
        phone: +1 (555) 281-7743 => phone 5552817743
        phone: 0049 30 281 774 356 => phone 0281774356
        phone: 281774 => phone 281774
        phone: 28177 => nothing
        phone: 555-281-7743 ext 12 => phone 5552817743
        phone: 281774ext12 => phone 281774
        phone: 28177ext1234 => phone 177ext1234
        phone: 5555555555 => nothing
        phone: 1235555555 => nothing
        phone: 555555 => nothing
        phone: 1234567 => nothing
        phone: 123456 => nothing
        phone: 0012345678 => nothing
        phone: 0123456 => nothing
        phone: 9876543 => nothing
        phone: 8123456 => phone 8123456
        phone: 28177431234567 => nothing
        phone: 2817743123 => phone 2817743123
        phone: 28177431234 => phone 8177431234
        phone: 7123456 => phone 7123456
        phone: 7654321 => nothing
        phone: 5432109 => nothing
        phone: 1357924 => phone 1357924
        phone: 555-FLOWERS => phone 555flowers
        phone: none => nothing
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));

    [Fact]
    public void Identifiers_and_attributes_are_read() => Table.Check(
        """
        identifier:SSN: 111-22-3333 => identifier:ssn 111223333!
        identifier:Loyalty Card: AB 12 => identifier:loyaltycard ab12!
        identifier:card: 12 => nothing
        identifier:card: 123 => identifier:card 123!
        identifier:card: 000 => nothing
        identifier:card: 123456789 => nothing
        identifier:card: 1234567890 => identifier:card 1234567890!
        identifier:card: none => nothing
        identifier:card: N/A => nothing
        attribute:Size: Extra Large => attribute:size extralarge
        attribute:size: none => nothing
        attribute:size: s => attribute:size s
        attribute:size: - => nothing
        attribute:a: 1 | attribute:b: 2 | identifier:c: 333 => attribute:a 1; attribute:b 2
        identifier:card: abc => identifier:card abc!
        identifier:card: aaa => nothing
        attribute:note: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa => attribute:note aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        attribute:note: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa => nothing
        other: x => nothing
        attribute: x => nothing
        identifier: 777 => nothing
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));

    [Fact]
    public void Organizations_and_genders_are_read() => Table.Check(
        """
        organization: The Acme Tools Company of Ashford Ltd => kind Company; company acmetoolsashford (acme+tools+ashford)
        organization: Acme One Two Three Four Five Six Seven Eight Nine => kind Company; company acmeonetwothreefourfivesixseven (acme+one+two+three+four+five+six+seven)
        organization: n/a => kind Company; company na (n+a)
        organization: GmbH & Co. KG => kind Company; company gmbh co kg ()
        organization: ... => kind Company; company  ()
        organization: unknown => kind Company; company unknown ()
        gender: M => gender 1
        gender: weiblich => gender 2
        gender: femme fatale => nothing
        gender: m | gender: f => gender 1
        name.full: Zembla AG | name.full: Umbo => kind Person; name zembla [zembla] / ag [ag]; name  [] / umbo [umbo]
        name.full: Zembla GmbH | organization: Kato => kind Company; company zembla (zembla); company kato (kato)
        name.full: GmbH => kind Person; name  [] / gmbh [gmbh]
        organization: Ltd Umbo => kind Company; company umbo (umbo)
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));
}
