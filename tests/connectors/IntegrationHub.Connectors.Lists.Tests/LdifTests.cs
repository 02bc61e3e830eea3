namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class LdifTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Entries_of_people_are_read_and_others_passed_over()
    {
        _folder.With("people.ldif", """
            version: 1
            # The staff, exported
              by the directory
            dn: ou=people, dc=example, dc=com
            objectClass: organizationalUnit
            ou: people

            dn: CN=Barbara Jensen, ou=people,dc=example,dc=com
            objectclass: top
            objectclass: person
            objectclass: inetOrgPerson
            cn: Barbara Jensen
            cn: Babs Jensen
            sn: Jensen
            givenName:: Wm/Dqw==
            telephonenumber: +1 408
              555 1212
            mobile: +1 408 555 0100
            facsimileTelephoneNumber: +1 408 555 9999
            mail: bjensen@example.com
            mail;lang-en: babs@example.com
            title: Product Manager
            o: Example Ltd
            postalAddress: 1 High St$Springfield$USA
            l: Springfield
            c: US
            jpegPhoto:< file:///usr/local/photos/bjensen.jpg
            userPassword:: c2VjcmV0
            modifyTimestamp: 20240102030405Z

            dn: cn=crew,dc=example,dc=com
            objectclass: groupOfNames
            cn: crew
            mail: crew@example.com

            """);

        var person = Assert.Single(await _folder.PeopleAsync(new { path = "people.ldif" }));

        Assert.Equal("cn=barbara jensen,ou=people,dc=example,dc=com", person.Key);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), person.UpdatedAt);
        Assert.Equal(
            "name.full=Barbara Jensen | name.family=Jensen | name.given=Zoë | phone=+1 408 555 1212 | phone=+1 408 555 0100 | attribute:fax=+1 408 555 9999"
            + " | email=bjensen@example.com | email=babs@example.com | jobTitle=Product Manager | organization=Example Ltd"
            + " | address.locality=Springfield | address.country=US | address.full[2]=1 High St, Springfield, USA",
            person.Text());
    }

    [Fact]
    public async Task Changes_add_and_delete_whole_entries_only()
    {
        _folder.With("changes.ldif", """
            dn: uid=1,dc=example
            changetype: add
            objectClass: inetOrgPerson
            sn: Lovelace

            dn: UID=2, DC=example
            changetype: delete

            dn: uid=3,dc=example
            changetype: modify
            add: telephonenumber
            telephonenumber: +1 216 555 1212
            -

            sn: without a name

            dn: uid=4,dc=example
            sn:: no base64!

            """);

        var messages = await _folder.ReadAsync(new { path = "changes.ldif" });

        Assert.Equal(
            [
                "uid=1,dc=example: name.family=Lovelace",
                "uid=2,dc=example: deleted",
                "rejected: Entry at line 9 of changes.ldif: a line of it has no colon after the attribute's name.",
                "rejected: Entry at line 15 of changes.ldif: it has no line 'dn:'.",
                "rejected: Entry at line 17 of changes.ldif: the value of 'sn' is not valid base64.",
            ],
            messages.Where(m => m is not (Checkpoint or StreamCompleted)).Select(m => m.Summary()));
    }

    [Fact]
    public async Task Address_book_of_Thunderbird_is_read_with_both_addresses()
    {
        _folder.With("book.ldif", """
            dn: cn=Ada Lovelace,mail=ada@example.com
            objectclass: top
            objectclass: mozillaAbPersonAlpha
            cn: Ada Lovelace
            mail: ada@example.com
            mozillaSecondEmail: countess@example.org
            mozillaHomeStreet: 12 St James's Square
            mozillaHomeLocalityName: London
            street: 1 Analytical Way
            l: Ockham
            birthyear: 1815
            birthmonth: 12
            birthday: 10

            """);

        Assert.Equal(
            "name.full=Ada Lovelace | email=ada@example.com | email=countess@example.org | address.line1=1 Analytical Way | address.locality=Ockham"
            + " | address.line1[1]=12 St James's Square | address.locality[1]=London | birthDate=1815-12-10",
            Assert.Single(await _folder.PeopleAsync(new { path = "book.ldif" })).Text());
    }
}
