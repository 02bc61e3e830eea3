using System.Text;

namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class VCardTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gmail_export_is_read()
    {
        var person = Assert.Single(await CardsAsync("John_Doe_GMAIL.vcf"));

        Assert.Equal("Mr. John Richter, James Doe Sr.", person.Value("name.full"));
        Assert.Equal("Doe", person.Value("name.family"));
        Assert.Equal("Richter, James", person.Value("name.middle"));
        Assert.Equal("Sr.", person.Value("name.suffix"));
        Assert.Equal(["905-555-1234", "905-666-1234"], person.Values("phone"));
        Assert.Equal("Crescent moon drive, 555-asd, Nice Area, Albaney, New York 12345, United States of America", person.Value("address.full"));
        Assert.Equal("http://www.ibm.com", person.Value("url"));
        Assert.Equal("1980-03-22", person.Value("birthDate"));
        Assert.EndsWith("SUCH DAMAGE.\nFavotire Color: Blue", person.Value("attribute:note"), StringComparison.Ordinal);
        Assert.Contains("\"AS IS\"", person.Value("attribute:note"), StringComparison.Ordinal);
        Assert.StartsWith("row-", person.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evolution_export_has_uid_revision_and_a_whole_address()
    {
        var person = Assert.Single(await CardsAsync("John_Doe_EVOLUTION.vcf"));

        Assert.Equal("477343c8e6bf375a9bac1f96a5000837", person.Key);
        Assert.Equal(new DateTimeOffset(2012, 3, 5, 13, 32, 54, TimeSpan.Zero), person.UpdatedAt);
        Assert.Equal("15 Crescent moon drive", person.Value("address.line1"));
        Assert.Equal("ASB-123", person.Value("address.line2"));
        Assert.Equal("United States of America", person.Value("address.country"));
        Assert.Equal("IBM", person.Value("organization"));
        Assert.Equal("Accounting", person.Value("attribute:department"));
        Assert.Equal(["john.doe@ibm.com"], person.Values("email"));
        Assert.Equal("VIP", person.Value("attribute:categories"));
    }

    [Fact]
    public async Task Outlook_export_in_version_2_1_is_read_without_key_and_fax()
    {
        var person = Assert.Single(await CardsAsync("outlook-2003.vcf"));

        Assert.Equal("This is the note field!!\nSecond line\n\nThird line is empty", person.Value("attribute:note"));
        Assert.Equal(["BusinessPhone", "HomePhone", "MobilePhone"], person.Values("phone"));
        Assert.Equal("BusinessFaxPhone", person.Value("attribute:fax"));
        Assert.Equal("Company, The", person.Value("organization"));
        Assert.Equal("123 Main St", person.Value("address.line1"));
        Assert.Equal("TheOffice", person.Value("address.line2"));
        Assert.Equal("jdoe@hotmail.com", person.Value("email"));
        Assert.DoesNotContain("MIIDIT", person.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phone_export_with_a_picture_keeps_the_person_only()
    {
        var person = Assert.Single(await CardsAsync("John_Doe_BLACK_BERRY.vcf"));

        Assert.Equal(
            "name.full=John Doe | name.family=Doe | name.given=john | organization=Acme Solutions | phone=+96123456789",
            person.Text());
    }

    [Fact]
    public async Task Examples_of_the_standards_are_read()
    {
        var old = await CardsAsync("rfc2426-example.vcf");
        var person = Assert.Single(await CardsAsync("rfc6350-example.vcf"));

        Assert.Equal(["Frank Dawson", "Tim Howes"], old.Select(p => p.Value("name.full")));
        Assert.Equal("6544 Battleford Drive", old[0].Value("address.line1"));
        Assert.Equal(["Frank_Dawson@Lotus.com", "fdawson@earthlink.net"], old[0].Values("email"));
        Assert.Equal("CA", old[1].Value("address.region"));
        Assert.Equal(["+1-418-656-9254", "+1-418-262-6501"], person.Values("phone"));
        Assert.Equal("ing. jr,M.Sc.", person.Value("name.suffix"));
        Assert.Equal("--0203", person.Value("attribute:birthday"));
        Assert.Null(person.Value("birthDate"));
        Assert.Equal("M", person.Value("gender"));
        Assert.Equal("Suite D2-630", person.Value("address.line2"));
    }

    [Fact]
    public async Task Quoted_printable_is_undone_in_its_character_set()
    {
        _folder.With("a.vcf", "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\nADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Stra=C3=9Fe 1;K=C3=B6=\r\nln;;;\r\nEND:VCARD\r\n");

        Assert.Equal(
            "name.family=Müller | name.given=Jörg | address.line1=Straße 1 | address.locality=Köln",
            Assert.Single(await _folder.PeopleAsync(new { path = "a.vcf" })).Text());
    }

    [Fact]
    public async Task Card_that_is_cut_off_is_set_aside_and_groups_are_passed_over()
    {
        _folder.With("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nBEGIN:VCARD\nVERSION:3.0\nFN:Alan\nEND:VCARD\nstray\nBEGIN:VCARD\nKIND:group\nFN:Friends\nEND:VCARD\nBEGIN:VCARD\nFN:Grace");

        var messages = await _folder.ReadAsync(new { path = "a.vcf" });

        Assert.Equal("Alan", Assert.Single(messages.OfType<PersonRecord>()).Value("name.full"));
        var reasons = messages.OfType<RejectedRecord>().Select(r => r.Reason).ToList();
        Assert.Equal(3, reasons.Count);
        Assert.Contains("line 1 of a.vcf: another card begins", reasons[0], StringComparison.Ordinal);
        Assert.Contains("line 8 of a.vcf: it lies outside", reasons[1], StringComparison.Ordinal);
        Assert.Contains("line 13 of a.vcf: the file ends", reasons[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_of_many_megabytes_is_passed_over()
    {
        var picture = new StringBuilder("PHOTO;ENCODING=b;TYPE=JPEG:");
        for (var i = 0; i < 60_000; i++)
        {
            picture.Append(new string('A', 74)).Append("\r\n ");
        }

        _folder.With("a.vcf", $"BEGIN:VCARD\r\nVERSION:3.0\r\n{picture}\r\nPHOTO:data:image/jpeg;base64,{new string('A', 3_000_000)}\r\nFN:Ada\r\nEND:VCARD\r\n");

        Assert.Equal("name.full=Ada", Assert.Single(await _folder.PeopleAsync(new { path = "a.vcf" })).Text());
    }

    [Theory]
    [InlineData("John_Doe_ANDROID.vcf", 6, "phone", "123456789,123456,234567,3456789,45678901,123456,123456,55556666")]
    [InlineData("John_Doe_IPHONE.vcf", 1, "phone", "905-555-1234,905-666-1234,905-777-1234,905-222-1234")]
    [InlineData("John_Doe_LOTUS_NOTES.vcf", 1, "email", "john.doe@ibm.com,billy_bob@gmail.com")]
    [InlineData("John_Doe_MAC_ADDRESS_BOOK.vcf", 1, "address.locality", "New York,New York")]
    [InlineData("John_Doe_MS_OUTLOOK.vcf", 1, "name.middle", "Richter,James")]
    [InlineData("fullcontact.vcf", 1, "address.line2", "HomeExtended,WorkExtended,OtherExtended,CustomExtended")]
    [InlineData("gmail-list.vcf", 3, "name.family", "Smith,Beatle,White")]
    [InlineData("gmail-single.vcf", 1, "phone", "555 555 1111,555 555 2222")]
    [InlineData("gmail-single2.vcf", 1, "attribute:pager", "5555551120")]
    [InlineData("thunderbird-MoreFunctionsForAddressBook-extension.vcf", 1, "attribute:fax", "555-555-3333")]
    public async Task Further_exports_of_phones_and_address_books_are_read(string file, int people, string field, string values)
    {
        var cards = await CardsAsync(file);

        Assert.Equal(people, cards.Count);
        Assert.Equal(values, string.Join(',', cards.SelectMany(c => c.Values(field))));
    }

    [Theory]
    [InlineData("KIND:org")]
    [InlineData("X-ABShowAs:COMPANY")]
    public async Task Card_of_a_company_makes_no_person(string line)
    {
        _folder.With("a.vcf", $"BEGIN:VCARD\nVERSION:4.0\nFN:Example Ltd\n{line}\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN:Ada\nEND:VCARD\n");

        Assert.Equal("name.full=Ada", Assert.Single(await _folder.PeopleAsync(new { path = "a.vcf" })).Text());
    }

    private async Task<List<PersonRecord>> CardsAsync(string name)
    {
        _folder.With(name, await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Cards", name), TestContext.Current.CancellationToken));
        return await _folder.PeopleAsync(new { path = name });
    }
}
