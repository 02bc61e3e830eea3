namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class ProposalTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rec_id,given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,soc_sec_id",
        "key name.given name.family address.houseNumber address.line1 address.line2 address.locality address.postalCode address.region birthDate identifier:ssn")]
    [InlineData("Kundennummer;Anrede;Vorname;Name;Straße;PLZ;Ort;Land;Geburtsdatum;E-Mail-Adresse;Handy;Firma",
        "key name.prefix name.given name.family address.line1 address.postalCode address.locality address.country birthDate email phone organization")]
    [InlineData("Civilité;Prénom;Nom;Courriel;Téléphone portable;Code postal;Ville;Pays;Date de naissance",
        "name.prefix name.given name.family email phone address.postalCode address.locality address.country birthDate")]
    [InlineData("Nombre;Apellidos;Correo electrónico;Teléfono;Dirección;Código postal;Ciudad;Provincia;Fecha de nacimiento",
        "name.given name.family email phone address.line1 address.postalCode address.locality address.region birthDate")]
    [InlineData("First Name,Middle Name,Last Name,Name Prefix,Name Suffix,Organization Name,Organization Title,Birthday,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 2 - City",
        "name.given name.middle name.family name.prefix name.suffix organization jobTitle birthDate attribute:email1Label email email attribute:phone1Label phone attribute:address1Label address.full address.line1 address.locality address.line2 address.region address.postalCode address.country address.locality[1]")]
    [InlineData("First Name,Last Name,Company,Job Title,Business Street,Business Street 2,Business City,Business Country/Region,Home Street,Home Postal Code,Business Fax,Business Phone,Home Phone 2,Mobile Phone,E-mail Address,E-mail 2 Address,Web Page",
        "name.given name.family organization jobTitle address.line1 address.line2 address.locality address.country address.line1[1] address.postalCode[1] attribute:businessFax phone phone phone email email url")]
    [InlineData("Square Customer ID,First Name,Surname,Company Name,Phone Number,Email Address,Street Address 1,Street Address 2,City,State,Postal Code,Memo",
        "key name.given name.family organization phone email address.line1 address.line2 address.locality address.region address.postalCode attribute:memo")]
    public async Task Header_alone_proposes_the_fields(string header, string fields)
    {
        var count = header.Split(header.Contains(';', StringComparison.Ordinal) ? ';' : ',').Length;
        var delimiter = header.Contains(';', StringComparison.Ordinal) ? ";" : ",";
        _folder.With("p.csv", header + "\n" + string.Join(delimiter, Enumerable.Range(1, count).Select(i => $"v{i}")) + "\n");

        var person = Assert.Single(await _folder.PeopleAsync(new { path = "p.csv" }));

        var expected = fields.Split(' ').Select((field, i) => (field, Value: $"v{i + 1}")).ToList();
        Assert.Equal(expected.Where(e => e.field == "key").Select(e => e.Value).SingleOrDefault(person.Key), person.Key);
        Assert.Equal(
            expected.Where(e => e.field != "key").Select(e => $"{e.field}={e.Value}").Order(StringComparer.Ordinal),
            person.Text().Split(" | ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Values_tell_what_a_header_does_not()
    {
        _folder.With("p.csv", """
            Login,Reach,Came,Seen,Town,Where,Place
            ada@example.com,+44 20 7946 0018,1980-12-10,2026-01-02,London,54321,SW1A 1AA
            alan@example.com,(202) 555-0143,1962-06-23,2026-02-03,Omaha,12345,M1 1AE
            grace@example.com,030 / 9018 20,1956-12-09,2026-03-04,Bern,4001,EC1A 1BB
            """);

        var people = await _folder.PeopleAsync(new { path = "p.csv" });

        Assert.Equal(
            "email=ada@example.com | phone=+44 20 7946 0018 | birthDate=1980-12-10 | attribute:seen=2026-01-02 | address.locality=London | address.postalCode=54321 | attribute:place=SW1A 1AA",
            people[0].Text());
    }

    [Theory]
    [InlineData("Mr", "Dr.", "name.prefix")]
    [InlineData("Engineer", "Director", "jobTitle")]
    public async Task Title_is_settled_by_its_values(string first, string second, string field)
    {
        _folder.With("p.csv", $"id,Title\n1,{first}\n2,{second}\n");

        Assert.Equal($"{field}={first}", (await _folder.PeopleAsync(new { path = "p.csv" }))[0].Text());
    }

    [Fact]
    public async Task Consent_is_proposed_only_where_every_value_is_plain()
    {
        _folder.With("a.csv", "id,Accepts Marketing\n1,yes\n2,no\n").With("b.csv", "id,Accepts Marketing\n1,yes\n2,ask again\n");

        Assert.Equal("consent:email/marketing=yes", (await _folder.PeopleAsync(new { path = "a.csv" }))[0].Text());
        Assert.Equal("attribute:acceptsMarketing=yes", (await _folder.PeopleAsync(new { path = "b.csv" }))[0].Text());
    }

    [Fact]
    public async Task Id_that_repeats_or_is_missing_is_no_key()
    {
        _folder.With("p.csv", "Record ID,Reference ID,Customer ID,First Name\n,x,7,Ada\na,x,8,Alan\nb,y,9,Grace\n");

        Assert.Equal(["7", "8", "9"], (await _folder.PeopleAsync(new { path = "p.csv" })).Select(p => p.Key));
    }

    [Fact]
    public async Task Proposal_is_said_in_the_check_and_the_log_without_any_value()
    {
        _folder.With("p.csv", "First Name,Email\nSecretname,secret@example.com\n,\n");

        var result = await _folder.CheckAsync(new { path = "p.csv" });
        await _folder.ReadAsync(new { path = "p.csv" });

        Assert.Contains(result.Warnings, w => w.Contains("""{"columns":{"First Name":"name.given","Email":"email"}}""", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, w => w.Contains("made from its contents", StringComparison.Ordinal));
        Assert.Contains("First Name -> name.given, Email -> email", result.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.LogLines, l => l.Contains("First Name -> name.given", StringComparison.Ordinal));
        Assert.DoesNotContain("ecret", string.Concat([.. _folder.LogLines, .. result.Warnings, result.Message]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Proposed_mapping_reads_the_same_when_it_is_set()
    {
        _folder.With("p.csv", "Customer ID,First Name,Home Street,Work Street,Shoe size\n7,Ada,A St,B St,38\n");
        var warning = (await _folder.CheckAsync(new { path = "p.csv" })).Warnings.Single(w => w.Contains("proposed", StringComparison.Ordinal));

        var proposed = await _folder.PeopleAsync(new { path = "p.csv" });
        var set = await _folder.PeopleAsync(new { path = "p.csv", mapping = warning[warning.IndexOf('{', StringComparison.Ordinal)..] });

        Assert.Equal(proposed.Select(p => p.Summary()), set.Select(p => p.Summary()));
    }
}
