using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>E-mail addresses, slips, and shared mailboxes.</summary>
public sealed class EmailLevelsTests
{
    [Fact]
    public void A_mailbox_made_of_the_name_says_no_more_than_the_name() => Table.Check(
        """
        annaholtz => email different
        anna.holtz => email different
        holtzanna => email different
        aholtz => email different
        holtza => email different
        annah => email different
        hanna => email different
        anna => email different
        holtz => email different
        annaholtz1 => email sameLocal
        annaxholtz => email sameLocal
        annaxxxxx => email sameLocal
        xxxxholtz => email sameLocal
        holtzxxxx => email sameLocal
        bholtz => email sameLocal
        axxxxx => email sameLocal
        holtzb => email sameLocal
        annb => email sameLocal
        """, local => Compared.Levels(
            string.Empty,
            $"name.given: Anna Maria | name.family: Holtz | email: {local}@example.org",
            $"name.given: Anna | name.family: Holtz | email: {local}@elsewhere.net").Split(", ")[^1]);

    [Fact]
    public void A_mailbox_is_made_of_a_name_only_where_both_records_have_one_of_both_parts() => Table.CheckLevels(string.Empty,
        """
        name.family: Holtz | email: holtz@example.org ~ name.family: Holtz | email: holtz@elsewhere.net => name.family exact, email sameLocal
        name.given: Anna | email: anna@example.org ~ name.given: Anna | email: anna@elsewhere.net => name.given exact, email sameLocal
        name.given: Anna | name.family: Holtz | email: holtz@example.org ~ email: holtz@elsewhere.net => email sameLocal
        name.full: Berta Kruse | name.full: Anna Holtz | email: aholtz@example.org ~ name.full: Anna Holtz | email: aholtz@elsewhere.net => name.given exact, name.family exact, email different
        """);

    [Fact]
    public void Addresses_are_graded() => Table.CheckLevels(string.Empty,
        """
        email: anna.holtz@example.org ~ email: anna.holtz@example.org => email exact
        email: anna.holtz@example.org ~ email: Anna Holtz <Anna.Holtz@Example.org> => email exact
        email: anna.holtz@example.org ~ email: anna.holtz@example.com => email near
        email: anna.holtz@example.org ~ email: anna.holtz@exmaple.org => email near
        email: anna.holtz@example.org ~ email: anna.holtz@elsewhere.net => email sameLocal
        email: anna.holtz@example.org ~ email: annaholtz@example.org => email near
        email: ann@example.org ~ email: ann@elsewhere.net => email different
        email: anna@example.org ~ email: anna@elsewhere.net => email sameLocal
        email: anna.holtz@example.org ~ email: anna.holt@example.org => email near
        email: anna.holtz@example.org ~ email: anna.holt@elsewhere.net => email similar
        email: anna.holtz@example.org ~ email: anna.hol@example.org => email similar
        email: anna.holtz@example.org ~ email: anna.hol@elsewhere.net => email different
        email: anna.holtz@example.org ~ email: anna.ho@example.org => email different
        email: annab@example.org ~ email: annaxy@example.org => email different
        email: annabc@example.org ~ email: annaxy@example.org => email similar
        email: anna@example.org ~ email: anne@example.org => email near
        email: ann@example.org ~ email: anne@example.org => email different
        email: anna12@example.org ~ email: anna13@example.org => email different
        email: anna12@example.org ~ email: ana12@example.org => email near
        email: info@example.org ~ email: info@example.org => email shared
        email: info@example.org ~ email: anna.holtz@example.org => email shared
        email: anna.holtz@example.org ~ email: info@example.org => email shared
        email: anna.holtz@a.example ~ email: anna.holtz@b.example => email near
        email: anna.holtz@abcd.net ~ email: anna.holtz@abxy.net => email near
        email: anna.holtz@abcde.net ~ email: anna.holtz@axyz.net => email sameLocal
        email: anna.holtz@abcdefgh.net ~ email: anna.holtz@abcdexyz.net => email near
        email: anna.holtz@abcdefgh.net ~ email: anna.holtz@abcdwxyz.net => email sameLocal
        email: anna.holtz@abcdef.net ~ email: anna.holtz@abcxyz.net => email near
        email: anna.holtz@abcde.net ~ email: anna.holtz@abxyz.net => email sameLocal
        email: anna.holtz@abcde.net ~ email: anna.holtz@abcdxyz.net => email sameLocal
        email: anna.holtz@abcdefghij.net ~ email: anna.holtz@acbdfehgij.net => email near
        email: anna.holtz@abcdefghij.net ~ email: anna.holtz@acbdfehgji.net => email sameLocal
        email: anna.holtz@example.org ~ email: anna.holtz@ => email sameLocal
        email: anna.holtz@ ~ email: anna.holtz@ => email exact
        email: anna.holtz@ ~ email: anna.holt@ => email near
        email: no address ~ email: anna.holtz@example.org => nothing
        email: @example.org ~ email: @example.org => nothing
        email: ..@example.org ~ email: ..@example.org => email shared
        email: bernd@example.org | email: anna.holtz@example.org ~ email: anna.holtz@example.org => email exact
        email: anna.holtz@example.org ~ email: kruse@example.net | email: anna.holtz@example.org => email exact
        email: anna.holtz@example.org | email: bernd@example.org ~ email: kruse@example.net | email: anna.holtz@example.org => email exact
        """);
}
