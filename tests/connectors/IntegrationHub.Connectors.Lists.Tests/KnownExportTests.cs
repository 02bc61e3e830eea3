using System.Text;

namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class KnownExportTests : IDisposable
{
    private const string Google =
        "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,"
        + "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,"
        + "Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 2 - Label,Address 2 - Street,Address 2 - City,Custom Field 1 - Label,Custom Field 1 - Value\n";

    private const string OldGoogle =
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
        + "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\n";

    private const string Outlook =
        "First Name,Middle Name,Last Name,Title,Suffix,Gender,Birthday,Anniversary,E-mail Address,E-mail 2 Address,Home Phone,Mobile Phone,Company Main Phone,"
        + "Business Fax,Assistant's Phone,Spouse,Home Street,Home City,Business Street,Business City,Company,Job Title,Priority\n";

    private const string LinkedIn =
        "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing, because people choose, \"\"who\"\" sees them.\"\n\n"
        + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

    private const string Facebook =
        "id\tcreated_time\tad_id\tad_name\tadset_id\tadset_name\tcampaign_id\tcampaign_name\tform_id\tform_name\tis_organic\tplatform\tfull_name\temail\tphone_number\t"
        + "zip_code\twhich_colour_do_you_like?\n";

    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Google Contacts", Google, "Ada,King,Lovelace,,,,,,Countess,,Engines Ltd,Analyst,Maths,1815-12-10,\"Line 1\nLine 2\",https://photo.example/1,* myContacts ::: Friends,* Home,ada@example.com ::: al@example.org,,,Mobile,+44 20 7946 0018,Work Fax,+44 20 7946 0999,Home,12 Square,London,Wedding,secret\n",
        "name.given=Ada | name.middle=King | name.family=Lovelace | attribute:nickname=Countess | organization=Engines Ltd | jobTitle=Analyst | attribute:department=Maths | birthDate=1815-12-10"
        + " | attribute:note=Line 1\nLine 2 | attribute:labels=* myContacts ::: Friends | email=ada@example.com | email=al@example.org | phone=+44 20 7946 0018 | address.line1[1]=12 Square | address.locality[1]=London")]
    [InlineData("Google Contacts", OldGoogle, "Ada Lovelace,Ada,,Lovelace,,,* myContacts,* Home,ada@example.com,Pager,+44 20 7946 0018,,Engines Ltd,Analyst\n",
        "name.full=Ada Lovelace | name.given=Ada | name.family=Lovelace | attribute:labels=* myContacts | email=ada@example.com | organization=Engines Ltd | jobTitle=Analyst")]
    [InlineData("Outlook", Outlook, "Ada,,Lovelace,Mrs.,,Unspecified,0/0/00,0/0/00,ada@example.com,,+44 1,+44 2,+44 3,+44 4,+44 5,William,12 Square,London,1 Way,Ockham,Engines Ltd,Analyst,Normal\n",
        "name.given=Ada | name.family=Lovelace | name.prefix=Mrs. | email=ada@example.com | phone=+44 1 | phone=+44 2 | attribute:fax=+44 4 | address.line1=12 Square | address.locality=London"
        + " | address.line1[1]=1 Way | address.locality[1]=Ockham | organization=Engines Ltd | jobTitle=Analyst")]
    [InlineData("LinkedIn Connections", LinkedIn, "Ada,Lovelace,https://www.linkedin.com/in/ada,,Engines Ltd,Analyst,15 Jan 2024\n",
        "name.given=Ada | name.family=Lovelace | url=https://www.linkedin.com/in/ada | identifier:linkedin=https://www.linkedin.com/in/ada | organization=Engines Ltd | jobTitle=Analyst | attribute:connectedOn=15 Jan 2024")]
    [InlineData("Facebook lead ads", Facebook, "l:77\t2024-05-06T07:08:09-05:00\tag:1\tSpring\tas:2\tAll\tc:3\tShop\tf:4\tNewsletter\tfalse\tfb\tAda Lovelace\tada@example.com\tp:+442079460018\tz:00501\tred\n",
        "attribute:adId=1 | attribute:adName=Spring | attribute:adsetId=2 | attribute:adsetName=All | attribute:campaignId=3 | attribute:campaignName=Shop | attribute:formId=4 | attribute:formName=Newsletter"
        + " | attribute:isOrganic=false | attribute:platform=fb | name.full=Ada Lovelace | email=ada@example.com | phone=+442079460018 | address.postalCode=00501 | attribute:whichColourDoYouLike=red")]
    public async Task Export_is_read_without_a_mapping(string product, string header, string row, string expected)
    {
        _folder.With("export.csv", header + row, product.StartsWith('F') ? new UnicodeEncoding(false, true) : new UTF8Encoding(true));

        var check = await _folder.CheckAsync(new { path = "export.csv" });
        var person = Assert.Single(await _folder.PeopleAsync(new { path = "export.csv" }));

        Assert.Contains($"export of {product}", check.Message, StringComparison.Ordinal);
        Assert.Equal(expected.Split(" | ").Order(StringComparer.Ordinal), person.Text().Split(" | ").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Google, "Ada,,,,,,,,,,,,,,,,,,,,,Mobile,+44 1,Work Fax,+44 2,,,,,\n")]
    [InlineData(Facebook, "l:77\t2024-05-06T07:08:09-05:00\t\t\t\t\t\t\t\t\ttrue\tfb\tAda\t\tp:+442079460018\t\t\n")]
    [InlineData(Outlook, "Ada,,,,,Unspecified,0/0/00,,,,,,,,,,,,,,,,\n")]
    public async Task Mapping_that_is_shown_reads_the_same_when_it_is_set(string header, string row)
    {
        _folder.With("export.csv", header + row);
        var shown = (await _folder.CheckAsync(new { path = "export.csv" })).Warnings.Single(w => w.Contains("is known for", StringComparison.Ordinal));

        var known = await _folder.PeopleAsync(new { path = "export.csv" });
        var set = await _folder.PeopleAsync(new { path = "export.csv", mapping = shown[shown.IndexOf('{', StringComparison.Ordinal)..] });

        Assert.Equal(known.Select(p => p.Summary()), set.Select(p => p.Summary()));
    }

    [Fact]
    public async Task Lead_has_the_key_and_the_time_of_its_form()
    {
        _folder.With("leads.csv", Facebook + "l:77\t2024-05-06T07:08:09-05:00\t\t\t\t\t\t\t\t\ttrue\tfb\tAda\t\t\t\t\n");

        var person = Assert.Single(await _folder.PeopleAsync(new { path = "leads.csv" }));

        Assert.Equal("77", person.Key);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(-5)), person.UpdatedAt);
    }
}
