using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>The pairs that the level tests of dates, contacts and addresses name, weighed.</summary>
public sealed class ScoreOfContactsTests
{
    [Fact]
    public void Birth_dates_are_weighed() => Table.Check(
        """
        birthDate: 1981-04-07 ~ birthDate: 1981-04-07 => -5.25 1.38 -5.26 against 0
        birthDate: 1981-01-01 ~ birthDate: 1981-01-01 => -7.25 0.38 -7.26 against 0
        birthDate: 1981-04-07 ~ birthDate: 1981-07-04 => -9.25 -0.63 -9.25 against 0
        birthDate: 1981-04-07 ~ birthDate: 1981-04-08 => -11.25 -1.63 -11.25 against -1.25
        birthDate: 1981-04-07 ~ birthDate: 1891-04-07 => -11.25 -1.63 -11.25 against -1.25
        birthDate: 1981-04-07 ~ birthDate: 1981-04-19 => -13.25 -2.63 -13.25 against -3.25
        birthDate: 1981-04-07 ~ birthDate: 1981-12-07 => -13.25 -2.63 -13.25 against -3.25
        birthDate: 1981-04-07 ~ birthDate: 1967-04-07 => -13.25 -2.63 -13.25 against -3.25
        birthDate: 1981-04-07 ~ birthDate: 1982-05-19 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-04-07 ~ birthDate: 1982-05-10 => -15.25 -3.63 -15.25 against -5.25
        birthDate: 1981-04-07 ~ birthDate: 1983-05-18 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-04-07 ~ birthDate: 1980-03-02 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-12-28 ~ birthDate: 1982-01-19 => -15.25 -3.63 -15.25 against -5.25
        birthDate: 1981-04-07 ~ birthDate: 1967-11-23 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-04-07 ~ birthDate: 1992-05-07 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-04-07 ~ birthDate: 1982-11-23 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981 ~ birthDate: 1981 => -17.25 -4.63 -17.25 against -7.25
        birthDate: 1981 ~ birthDate: 1981-04-07 => -17.25 -4.63 -17.25 against -7.25
        birthDate: 1981-04 ~ birthDate: 1981-04-07 => -17.25 -4.63 -17.25 against -7.25
        birthDate: 1981-04 ~ birthDate: 1981-06 => -17.25 -4.63 -17.25 against -7.25
        birthDate: 1981 ~ birthDate: 1982 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1982-04-07 ~ birthDate: 1981 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-04-07 ~ birthDate: 1981-04-7 => -11.25 -1.63 -11.25 against -1.25
        birthDate: 1981-04-07 ~ birthDate: 1981-4-7 => -13.25 -2.63 -13.25 against -3.25
        birthDate: 1981-04-07 ~ birthDate: 981-04-07 => -11.25 -1.63 -11.25 against -1.25
        birthDate: 1981-04-07 ~ birthDate: 1981-13-07 => -13.25 -2.63 -13.25 against -3.25
        birthDate: 1981-04-07 ~ birthDate: 1967-13-23 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1981-02-29 ~ birthDate: 1981-02-29 => -5.25 1.38 -5.26 against 0
        birthDate: 1981-02-29 ~ birthDate: 1981-03-29 => -11.25 -1.63 -11.25 against -1.25
        birthDate: 1980-02-29 ~ birthDate: 1981-02-28 => -15.25 -3.63 -15.25 against -5.25
        birthDate: 1900-01-01 ~ birthDate: 1900-01-01 => -10 -1 -10 against 0
        birthDate: 1901-01-01 ~ birthDate: 1901-01-01 => -10 -1 -10 against 0
        birthDate: 1901-01-02 ~ birthDate: 1901-01-02 => -5.25 1.38 -5.26 against 0
        birthDate: 1900 ~ birthDate: 1900 => -10 -1 -10 against 0
        birthDate: 9999-12-31 ~ birthDate: 9999-12-31 => -10 -1 -10 against 0
        birthDate: 1111-11-11 ~ birthDate: 1111-11-11 => -10 -1 -10 against 0
        birthDate: 1234-56-78 ~ birthDate: 1234-56-78 => -10 -1 -10 against 0
        birthDate: 2100-01-02 ~ birthDate: 2100-01-02 => -5.25 1.38 -5.26 against 0
        birthDate: 2101-01-02 ~ birthDate: 2101-01-02 => -5.25 1.38 -5.26 against 0
        birthDate: 2101-01-02 ~ birthDate: 2102-03-04 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1879-03-04 ~ birthDate: 1879-03-04 => -5.25 1.38 -5.26 against 0
        birthDate: 1879-03-04 ~ birthDate: 1879-03-05 => -11.25 -1.63 -11.25 against -1.25
        birthDate: 1880-03-04 ~ birthDate: 1967-11-23 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1879-03-04 ~ birthDate: 1967-11-23 => -19.25 -5.63 -19.25 against -9.25
        birthDate: 1879-03-04 ~ birthDate: 19671 => -10 -1 -10 against 0
        birthDate: 7 April 1981 ~ birthDate: 7 April 1981 => -5.25 1.38 -5.26 against 0
        birthDate: unknown ~ birthDate: 1981-04-07 => -10 -1 -10 against 0
        """, Scored.Of);

    [Fact]
    public void Mail_and_phones_are_weighed() => Table.Check(
        """
        email: anna.holtz@example.org ~ email: anna.holtz@example.org => -9 1.44 -9 against 0
        email: anna.holtz@example.org ~ email: Anna Holtz <Anna.Holtz@Example.org> => -9 1.44 -9 against 0
        email: anna.holtz@example.org ~ email: anna.holtz@example.com => -7.13 0.44 -7.13 against 0
        email: anna.holtz@example.org ~ email: anna.holtz@exmaple.org => -7.13 0.44 -7.13 against 0
        email: anna.holtz@example.org ~ email: anna.holtz@elsewhere.net => -9.13 -0.56 -9.13 against 0
        email: anna.holtz@example.org ~ email: annaholtz@example.org => -7.13 0.44 -7.13 against 0
        email: ann@example.org ~ email: ann@elsewhere.net => -15.13 -3.56 -15.13 against -5.13
        email: anna@example.org ~ email: anna@elsewhere.net => -9.13 -0.56 -9.13 against 0
        email: anna.holtz@example.org ~ email: anna.holt@example.org => -7.13 0.44 -7.13 against 0
        email: anna.holtz@example.org ~ email: anna.holt@elsewhere.net => -11.13 -1.56 -11.13 against -1.13
        email: anna.holtz@example.org ~ email: anna.hol@example.org => -11.13 -1.56 -11.13 against -1.13
        email: anna.holtz@example.org ~ email: anna.hol@elsewhere.net => -15.13 -3.56 -15.13 against -5.13
        email: anna.holtz@example.org ~ email: anna.ho@example.org => -15.13 -3.56 -15.13 against -5.13
        email: annab@example.org ~ email: annaxy@example.org => -15.13 -3.56 -15.13 against -5.13 but -11.13 -1.56 -11.13 against -1.13
        email: annabc@example.org ~ email: annaxy@example.org => -11.13 -1.56 -11.13 against -1.13
        email: anna@example.org ~ email: anne@example.org => -7.13 0.44 -7.13 against 0
        email: ann@example.org ~ email: anne@example.org => -15.13 -3.56 -15.13 against -5.13
        email: anna12@example.org ~ email: anna13@example.org => -15.13 -3.56 -15.13 against -5.13
        email: anna12@example.org ~ email: ana12@example.org => -7.13 0.44 -7.13 against 0
        email: info@example.org ~ email: info@example.org => -13.13 -2.56 -13.13 against -3.13
        email: info@example.org ~ email: anna.holtz@example.org => -13.13 -2.56 -13.13 against -3.13
        email: anna.holtz@example.org ~ email: info@example.org => -13.13 -2.56 -13.13 against -3.13
        email: anna.holtz@a.example ~ email: anna.holtz@b.example => -7.13 0.44 -7.13 against 0
        email: anna.holtz@abcd.net ~ email: anna.holtz@abxy.net => -7.13 0.44 -7.13 against 0
        email: anna.holtz@abcde.net ~ email: anna.holtz@axyz.net => -9.13 -0.56 -9.13 against 0
        email: anna.holtz@abcdefgh.net ~ email: anna.holtz@abcdexyz.net => -7.13 0.44 -7.13 against 0
        email: anna.holtz@abcdefgh.net ~ email: anna.holtz@abcdwxyz.net => -9.13 -0.56 -9.13 against 0
        email: anna.holtz@example.org ~ email: anna.holtz@ => -9.13 -0.56 -9.13 against 0
        email: anna.holtz@ ~ email: anna.holtz@ => -5 1.44 -5.02 against 0
        email: anna.holtz@ ~ email: anna.holt@ => -7.13 0.44 -7.13 against 0
        email: no address ~ email: anna.holtz@example.org => -10 -1 -10 against 0
        email: @example.org ~ email: @example.org => -10 -1 -10 against 0
        email: ..@example.org ~ email: ..@example.org => -13.13 -2.56 -13.13 against -3.13
        email: bernd@example.org | email: anna.holtz@example.org ~ email: anna.holtz@example.org => -9 1.44 -9 against 0
        email: anna.holtz@example.org ~ email: kruse@example.net | email: anna.holtz@example.org => -9 1.44 -9 against 0
        email: anna.holtz@example.org | email: bernd@example.org ~ email: kruse@example.net | email: anna.holtz@example.org => -9 1.44 -9 against 0
        phone: +1 555 281 7743 ~ phone: 555-281-7743 => -9 2.19 -9 against 0
        phone: 2817743 ~ phone: 555-281-7743 => -9 2.19 -9 against 0
        phone: 4412817743 ~ phone: 555-281-7743 => -9 2.19 -9 against 0
        phone: 441281774 ~ phone: 1281774 => -5 2.19 -5.01 against 0
        phone: 15552817743 ~ phone: 95552817743 => -9 2.19 -9 against 0
        phone: 555-281-7743 ~ phone: 555-281-7734 => -5.63 1.19 -5.64 against 0
        phone: 555-281-7743 ~ phone: 555-281-7744 => -5.63 1.19 -5.64 against 0
        phone: 555-281-7743 ~ phone: 555-281-7788 => -7.63 0.19 -7.63 against 0
        phone: 555-281-7743 ~ phone: 555-281-6688 => -9.63 -0.81 -9.63 against 0
        phone: 281774 ~ phone: 281775 => -5.63 1.19 -5.64 against 0
        phone: 281774 ~ phone: 281788 => -9.63 -0.81 -9.63 against 0
        phone: 2817743 ~ phone: 2817788 => -7.63 0.19 -7.63 against 0
        phone: 44128177 ~ phone: 128177 => -9.63 -0.81 -9.63 against 0
        phone: 77128177430 ~ phone: 281774 => -9.63 -0.81 -9.63 against 0
        phone: 555-281-7743 ~ phone: 946-302-8815 => -9.63 -0.81 -9.63 against 0
        phone: 555-281-7743 ext 12 ~ phone: 555-281-7743 => -9 2.19 -9 against 0
        phone: 555-000-0000 ~ phone: 555-000-0000 => -10 -1 -10 against 0
        phone: 123-4567 ~ phone: 123-4567 => -10 -1 -10 against 0
        phone: 987-6543 ~ phone: 987-6543 => -10 -1 -10 against 0
        phone: 12345 ~ phone: 12345 => -10 -1 -10 against 0
        phone: 123459 ~ phone: 123459 => -5 2.19 -5.01 against 0
        phone: 946-302-8815 | phone: 555-281-7743 ~ phone: 555-281-7743 => -9 2.19 -9 against 0
        phone: 555-281-7743 ~ phone: 946-302-8815 | phone: 555-281-7743 => -9 2.19 -9 against 0
        phone: 9463028 ~ phone: 5463028 | phone: 9463028 => -5 2.19 -5.01 against 0
        """, Scored.Of);

    [Fact]
    public void Identifiers_are_weighed() => Table.Check(
        """
        identifier:ssn: 111222333 ~ identifier:ssn: 111222333 => -4.63 1.69 -4.64 against 0
        identifier:ssn: 112823374 ~ identifier:ssn: 112823375 => -6.63 0.69 -6.63 against 0
        identifier:ssn: 112823374 ~ identifier:ssn: 112823395 => -8.63 -0.31 -8.63 against 0
        identifier:ssn: 112823374 ~ identifier:ssn: 994650081 => -10.63 -1.31 -10.63 against -0.63
        identifier:ssn: 112823 ~ identifier:ssn: 112895 => -10.63 -1.31 -10.63 against -0.63
        identifier:ssn: 1128237 ~ identifier:ssn: 1128954 => -10.63 -1.31 -10.63 against -0.63
        identifier:ssn: 112823 ~ identifier:ssn: 112825 => -6.63 0.69 -6.63 against 0
        identifier:ssn: 11282 ~ identifier:ssn: 11285 => -10.63 -1.31 -10.63 against -0.63
        identifier:ssn: 11-28-23 ~ identifier:ssn: 112823 => -4.63 1.69 -4.64 against 0
        identifier:ssn: 1128233 ~ identifier:ssn: 1128255 => -8.63 -0.31 -8.63 against 0
        identifier:ssn: 12 ~ identifier:ssn: 12 => -10 -1 -10 against 0
        identifier:ssn: 111111 ~ identifier:ssn: 111111 => -10 -1 -10 against 0
        identifier:ssn: 123456789 ~ identifier:ssn: 123456789 => -10 -1 -10 against 0
        identifier:ssn: none ~ identifier:ssn: none => -10 -1 -10 against 0
        identifier:loyalty: 7729104 ~ identifier:loyalty: 7729104 => -9 1.56 -9 against 0
        identifier:loyalty: 7729104 ~ identifier:loyalty: 7729105 => -6.88 0.56 -6.88 against 0
        identifier:loyalty: 7729104 ~ identifier:loyalty: 8833015 => -10.88 -1.44 -10.88 against -0.88
        identifier:card: 7729104 ~ identifier:account: 7729104 => -10 -1 -10 against 0
        identifier:cookie: 7729104 ~ identifier:cookie: 7729104 => -4.75 1.63 -4.77 against 0
        identifier:cookie: 7729104 ~ identifier:cookie: 8833015 => -10.75 -1.38 -10.75 against -0.75
        identifier:device: 7729104 ~ identifier:device: 8833015 => -10.75 -1.38 -10.75 against -0.75
        identifier:loyalty: 8833015 | identifier:loyalty: 7729104 ~ identifier:loyalty: 7729104 => -9 1.56 -9 against 0
        identifier:loyalty: 7729104 ~ identifier:loyalty: 8833015 | identifier:loyalty: 7729104 => -9 1.56 -9 against 0
        identifier:loyalty: 7729104 | identifier:ssn: 112823374 ~ identifier:ssn: 112823374 | identifier:loyalty: 7729104 => -3.63 4.25 -3.63 against 0
        attribute:size: large ~ attribute:size: large => -5.38 1.31 -5.39 against 0
        attribute:size: large ~ attribute:size: small => -11.38 -1.69 -11.38 against -1.38
        attribute:size: extralarge ~ attribute:size: extralarg => -7.38 0.31 -7.38 against 0
        attribute:size: unknown ~ attribute:size: unknown => -10 -1 -10 against 0
        attribute:colour: red ~ attribute:size: red => -10 -1 -10 against 0
        """, Scored.Of);

    [Fact]
    public void Addresses_in_parts_are_weighed() => Table.Check(
        """
        address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123 | address.locality: Ashford | address.region: KY ~ address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123 | address.locality: Ashford | address.region: KY => 1 9.63 1 against 0
        address.street: Mill Lane ~ address.street: Mill Ln => -5 1.25 -5.02 against 0
        address.street: Mill Lane ~ address.street: Mil Lane => -7.5 0.25 -7.51 against 0
        address.street: Mill Lane ~ address.street: Station Road => -11.5 -1.75 -11.5 against -1.5
        address.street: Old Mill Lane ~ address.street: Mill Old Lane => -9.5 -0.75 -9.5 against 0
        address.street: Old Mill Lane ~ address.street: Mill Lane => -11.5 -1.75 -11.5 against -1.5
        address.street: Upper Harbour View Road ~ address.street: Harbour View => -9.5 -0.75 -9.5 against 0
        address.street: Upper Harbour Road ~ address.street: Upper Station Road => -11.5 -1.75 -11.5 against -1.5
        address.street: Upper Harbour Road ~ address.street: Uper Station Road => -11.5 -1.75 -11.5 against -1.5
        address.street: Upper Harbour Road ~ address.street: Lower Station Road => -11.5 -1.75 -11.5 against -1.5
        address.street: Harbourview Terrace ~ address.street: Harbourvew Terrace => -7.5 0.25 -7.51 against 0
        address.street: Harbourview Terrace ~ address.street: Harbour Terrace => -9.5 -0.75 -9.5 against 0
        address.street: Mill Lane | address.houseNumber: 4 ~ address.street: Mill Lane | address.houseNumber: 4a => -3 2.25 -3.04 against 0
        address.street: Mill Lane | address.houseNumber: 4 ~ address.street: Mill Lane | address.houseNumber: 5 => -3 2.25 -3.04 against 0
        address.street: Mill Lane | address.houseNumber: 14 ~ address.street: Mill Lane | address.houseNumber: 114 => -3 2.25 -3.04 against 0
        address.street: Mill Lane | address.houseNumber: 14 ~ address.street: Mill Lane | address.houseNumber: 41 => -3 2.25 -3.04 against 0
        address.street: Mill Lane | address.houseNumber: 14 ~ address.street: Mill Lane | address.houseNumber: 52 => -5 1.25 -5.02 against 0
        address.street: Mill Lane | address.houseNumber: 14 ~ address.street: Mill Lane | address.houseNumber: 1 => -3 2.25 -3.04 against 0
        address.street: Mill Lane | address.houseNumber: 1 ~ address.street: Mill Lane | address.houseNumber: 1144 => -5 1.25 -5.02 against 0
        address.street: Mill Lane | address.houseNumber: 14 ~ address.street: Station Road | address.houseNumber: 14 => -11.5 -1.75 -11.5 against -1.5
        address.houseNumber: 14 ~ address.houseNumber: 14 => -6 1 -6.01 against 0
        address.houseNumber: 14 | address.locality: Ashford ~ address.houseNumber: 15 | address.locality: Ashford => -7 2.06 -7 against 0
        address.postalCode: 40123 ~ address.postalCode: 40123 => -9 1.13 -9 against 0
        address.postalCode: 40123 ~ address.postalCode: 40123-1234 => -9 1.13 -9 against 0
        address.postalCode: 40123-1234 ~ address.postalCode: 40123 => -9 1.13 -9 against 0
        address.postalCode: 40123-1234 ~ address.postalCode: 40123-9876 => -9.75 -0.88 -9.75 against 0
        address.postalCode: 40123 ~ address.postalCode: 40124 => -7.75 0.13 -7.76 against 0
        address.postalCode: 40123 ~ address.postalCode: 40132 => -7.75 0.13 -7.76 against 0
        address.postalCode: 40123 ~ address.postalCode: 4012 => -7.75 0.13 -7.76 against 0
        address.postalCode: 40123 ~ address.postalCode: 87955 => -9.75 -0.88 -9.75 against 0
        address.postalCode: SW1A 1AA ~ address.postalCode: sw1a1aa => -5 1.13 -5.02 against 0
        address.postalCode: 4012 ~ address.postalCode: 40123-9999 => -9.75 -0.88 -9.75 against 0
        address.postalCode: 40123 ~ address.postalCode: 401239 => -9 1.13 -9 against 0
        address.locality: Ashford ~ address.locality: Ashford => -9 1.06 -9 against 0
        address.locality: Ashford ~ address.locality: Ashfrod => -7.88 0.06 -7.88 against 0
        address.locality: Ashford ~ address.locality: Ashfordbury => -7.88 0.06 -7.88 against 0
        address.locality: Ashford ~ address.locality: Dunmore => -11.88 -1.94 -11.88 against -1.88
        address.locality: St. Albans ~ address.locality: Saint Albans => -11.88 -1.94 -11.88 against -1.88
        address.locality: n/a ~ address.locality: Ashford => -10 -1 -10 against 0
        address.region: KY ~ address.region: KY => -5.63 1.19 -5.64 against 0
        address.region: KY ~ address.region: TX => -7.63 0.19 -7.63 against 0
        address.region: KY ~ address.region: Kentucky => -10 -1 -10 against 0
        address.street: Mill Lane | address.street: Harbour House ~ address.street: Harbour House => -5 1.25 -5.02 against 0
        address.street: Mill Lane | address.houseNumber: 4 | address.locality: Ashford | address.country: KE ~ address.street: Mill Lane | address.houseNumber: 4 | address.locality: Ashford | address.country: TZ => 0 5.31 -0.04 against 0
        address.country: KE ~ address.country: KE => -10 -1 -10 against 0
        1 address.street: Mill Lane | 1 address.houseNumber: 4 | 2 address.street: Station Road | 2 address.houseNumber: 9 ~ address.street: Station Road | address.houseNumber: 9 => -1 3.25 -1.07 against 0
        address.street: Station Road | address.houseNumber: 9 ~ 1 address.street: Mill Lane | 1 address.houseNumber: 4 | 2 address.street: Station Road | 2 address.houseNumber: 9 => -1 3.25 -1.07 against 0
        1 address.street: Mill Lane | 2 address.street: Station Road ~ 1 address.street: Station Road | 2 address.street: Mill Lane => -5 1.25 -5.02 against 0
        1 address.country: KE | 2 address.street: Mill Lane ~ address.street: Mill Lane => -5 1.25 -5.02 against 0
        address.street: Hauptstraße | address.houseNumber: 12b ~ address.street: Hauptstr. | address.houseNumber: 12 b => -5.5 1.25 -5.51 against 0
        address.street: Hauptstraße | address.houseNumber: 12b ~ address.street: Hauptstrasse | address.houseNumber: 12c => -3 2.25 -3.04 against 0
        """, Scored.Of);

    [Fact]
    public void Addresses_in_lines_are_weighed() => Table.Check(
        """
        address.street: Mill Lane ~ address.line1: 4 Mill Lane => -5 1.25 -5.02 against 0
        address.locality: Ashford ~ address.full: Mill Lane 4, 40123 Ashford => -9.88 -0.94 -9.88 against 0
        address.full: Mill Lane 4, 40123 Ashford ~ address.locality: Ashford => -9.88 -0.94 -9.88 against 0
        address.locality: New Town ~ address.full: Mill Lane 4, 40123 New Town => -9.88 -0.94 -9.88 against 0
        address.locality: New Town ~ address.full: Mill Lane 4, 40123 Town New => -10 -1 -10 against 0
        address.locality: Ashford ~ address.full: Mill Lane 4, 40123 Dunmore => -10 -1 -10 against 0
        address.full: 4 Mill Lane, Ashford 40123 ~ address.street: Mill Lane | address.houseNumber: 4 | address.postalCode: 40123 | address.locality: Ashford => 0.13 5.44 0.09 against 0
        address.full: Mill Lane 4, Ashford 40123 ~ address.full: 4 Mill Lane, Ashford, 40123 => 0 5.38 -0.03 against 0
        address.full: Apt 7, 4 Mill Lane ~ address.full: 4 Mill Lane Apt 9 => -1 3.25 -1.07 against 0
        address.full: Apt B, 4 Mill Lane ~ address.full: 4 Mill Lane => -11.5 -1.75 -11.5 against -1.5
        address.full: 4 Mill Lane Suite 900 ~ address.full: 4 Mill Lane => -1 3.25 -1.07 against 0
        address.full: Suite Lane 4 ~ address.full: Suite Lane 4 => -1 3.25 -1.07 against 0
        address.full: 42nd Street 7 ~ address.full: 7 42nd St => -1 3.25 -1.07 against 0
        address.full: 7 42nd Street ~ address.full: 7 43rd Street => -3.5 2.25 -3.53 against 0
        address.full: N Mill Lane 4 ~ address.full: North Mill Lane 4 => -3.5 2.25 -3.53 against 0
        address.full: N Mill Lane 4 ~ address.full: Mill Lane 4 => -3.5 2.25 -3.53 against 0
        address.full: PO Box 77 ~ address.full: PO Box 77 => -1 3.25 -1.07 against 0
        address.full: PO Box 77 ~ address.full: P.O. Box 78 => -3 2.25 -3.04 against 0
        address.full: PO Box 123456 ~ address.full: PO Box 123456 => 0 3.38 -0.13 against 0
        address.line1: 4 Mill Lane | address.line2: Harbour House ~ address.line1: Harbour House | address.line2: 4 Mill Lane => -1 3.25 -1.07 against 0
        address.line1: 4 Mill Lane | address.line2: Harbour House ~ address.line1: Harbour House => -5 1.25 -5.02 against 0
        address.line1: Harbour House ~ address.line1: 4 Mill Lane | address.line2: Harbour House => -5 1.25 -5.02 against 0
        address.line1: 4 Mill Lane | address.line2: Harbour House ~ address.line1: 4 Station Road | address.line2: Harbour House => -1 3.25 -1.07 against 0
        address.line1: 4 Mill Lane | address.line2: Harbour House ~ address.line1: 4 Station Road | address.line2: Harbor House => -1 3.25 -1.07 against 0
        address.line1: 4 Mill Lane | address.line2: Mill Lane ~ address.line2: Mill Lane => -5 1.25 -5.02 against 0
        address.line2: Mill Lane ~ address.line1: 4 Mill Lane => -5 1.25 -5.02 against 0
        address.line2: Mill Lane ~ address.street: Station Road => -10 -1 -10 against 0
        address.line2: Mill Lane ~ address.line2: Station Road => -10 -1 -10 against 0
        address.line1: 4 Mill Lane | address.line1: Harbour House ~ address.line1: Harbour House => -5 1.25 -5.02 against 0
        address.street: Mill Lane | address.line1: Harbour House ~ address.street: Mill Lane | address.line1: Station House => -5 1.25 -5.02 against 0
        address.full: 12b Hauptstraße, 10115 Berlin ~ address.full: Hauptstraße 12, 10115 Berlin => 1 4.38 0.87 against 0
        address.full: Hauptstraße 12, 10115 ~ address.full: Hauptstraße 12, 10116 => 1 4.38 0.87 against 0
        address.full: Harbour House, 4 Mill Lane, Ashford ~ address.full: Mill Lane 4, Ashford => -9.5 -0.75 -9.5 against 0
        address.full: Harbour House, Ashford ~ address.full: Harbour House, Dunmore => -11.5 -1.75 -11.5 against -1.5
        address.full: Harbour House Ashford ~ address.full: Harbour House Dunmore => -9.5 -0.75 -9.5 against 0
        """, Scored.Of);
}
