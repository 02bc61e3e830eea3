// Writes the data of the demo shop into ./data:   cd samples/00-demo-shop && dotnet run generate.cs
// Everyone and everything in it is invented. The seed is fixed and the numbers are our own, so every run writes the same bytes.
// One file on purpose: it is a script, and reads from top to bottom.
#:property PublishAot=false
#:property RunAnalyzers=false
#:property NoWarn=$(NoWarn);CA1050;CS1591
#:property IsPackable=false

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
var folder = args.Length > 0 ? args[0] : "data";
Directory.CreateDirectory(folder);
var shop = new Shop(new Chance(20261122));
shop.Invite();
shop.AddScenario();
new Till(shop).Write(folder);
new WebShop(shop).Write(folder);
new Mailbox(shop).Write(folder);
new BoughtList(shop).Write(folder);
new Cards(shop).Write(folder);
Text.Save(folder, "truth.csv", "source,stream,key,entity_id\n" + string.Concat(shop.Truth.Select(t => t + "\n")));
Console.WriteLine($"{shop.People.Count} people, {shop.Truth.Count} records in {Path.GetFullPath(folder)}");

/// <summary>SplitMix64: the same numbers on every runtime.</summary>
class Chance(ulong seed)
{
    private ulong _state = seed;

    public int Next(int below)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)below);
    }

    public int Next(int from, int to) => from + Next(to - from + 1);

    public bool Percent(int percent) => Next(100) < percent;

    public T Of<T>(params T[] list) => list[Next(list.Length)];
}

record Home(string Number, string Street, string? Unit, string City, string State, string Zip)
{
    public string Line => $"{Number} {Street}";
}

class Person
{
    public required string Id { get; init; }
    public required string Given { get; init; }
    public string Middle { get; init; } = "";
    public required string Family { get; init; }
    public string? FamilyBefore { get; init; }
    public string Suffix { get; init; } = "";
    public required DateOnly Born { get; init; }
    public char Sex { get; init; }
    public required Home Home { get; init; }
    public Home? HomeBefore { get; init; }
    public required string Email { get; init; }
    public bool IsEmailShared { get; init; }
    public string? Phone { get; init; }
    public string? Company { get; init; }
    public string? Job { get; init; }
    public bool IsTwin { get; init; }
    public bool IsScripted { get; init; }
}

static class Text
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Save(string folder, string name, string text, Encoding? encoding = null) =>
        File.WriteAllBytes(Path.Combine(folder, name), (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    /// <summary>One record a line: small, and readable in a diff.</summary>
    public static string Lines(IEnumerable<JsonObject> records) => "[\n" + string.Join(",\n", records.Select(r => r.ToJsonString(Json))) + "\n]\n";

    public static string Csv(char separator, params string?[] values) => string.Join(separator, values.Select(v =>
        v is null ? "" : v.AsSpan().IndexOfAny(separator, '"', '\n') >= 0 ? $"\"{v.Replace("\"", "\"\"")}\"" : v)) + "\r\n";

    public static string Ascii(string text) => text.Replace("ü", "ue").Replace("ö", "oe").Replace("ä", "ae").Replace("ß", "ss").Replace("é", "e").Replace("Ü", "Ue").Replace("Ö", "Oe");
}

class Shop(Chance chance)
{
    static readonly string[] Women = "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Angela Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Rachel Carolyn Janet Maria Heather Diane Olivia Julie Joyce Victoria Kelly Lauren Judith Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Renée Ingrid Greta Rosalind".Split(' ');
    static readonly string[] Men = "James Robert John Michael David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony Mark Donald Steven Andrew Paul Joshua Kenneth Kevin Brian Timothy Ronald George Jason Edward Jeffrey Ryan Jacob Nicholas Gary Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry Tyler Aaron Jose Nathan Henry Douglas Peter Walter Jürgen Günter Leopold Ambrose Casimir".Split(' ');
    static readonly string[] RareFamilies = "Abernathy Ackerman Aldridge Amundsen Bachmann Baird Barlow Beckwith Bjorklund Blackwood Bramwell Brenneman Brockhaus Calloway Carmody Castellano Chandler Clavell Cordova Crenshaw Dahlgren Danforth Delacroix Dorsett Drummond Dvorak Easterling Eberhart Ellsworth Engström Fairbanks Farnsworth Feldmann Fitzwater Fontaine Frobisher Gallagher Garibaldi Gaspard Goldstein Grünwald Gustafson Haldane Hargrove Haverkamp Heffernan Hernandez Hightower Holbrook Houlihan Ibarra Ingersoll Jablonski Jankowski Jorgensen Kaltenbach Kavanagh Kessler Kilpatrick Kowalski Kratochvil Krüger Lachance Langford Larrabee Leclerc Lindqvist Lockhart Löwenthal Maddox Malinowski Marchetti McAllister McKinley Mendoza Merriweather Montague Müller Nakamura Nesbitt Novak Oberholtzer Olmstead Ostrander Palmgren Pemberton Petrosyan Pfeiffer Pickering Pospisil Prendergast Quackenbush Quigley Radcliffe Rasmussen Reinhardt Rosenthal Rutherford Sandoval Schäfer Schönfeld Schwartzkopf Sinclair Skarsgard Sokolov Stapleton Steinbach Stroud Sundqvist Svoboda Tanaka Thackeray Thibodeaux Tillman Trevino Underhill Vandermeer Vasquez Villanueva Wainwright Weatherby Weißmann Whitfield Winterbourne Wojcik Yamamoto Yarborough Zamora Zeller Zimmermann Aldenkamp Ashworth Bancroft Bergstrom Birdsall Bloomquist Bosworth Briscoe Carruthers Chmiel Cloutier Colquitt Cuthbert Czerny Damgaard Delaney Desrosiers Dinwiddie Duckworth Eckhart Elmore Fenwick Fitzgibbon Fjeld Galloway Gerhardt Gillespie Goddard Grimshaw Halvorson Harbaugh Hathaway Heidenreich Hollister Huxtable Inglis Jessup Kirschner Knapp Kozlowski Lafferty Lancaster Lindgren Lovelace Macklin Mansfield McCorkle Mertens Middleton Neville Norgaard Oakley Oglethorpe Pacheco Paquette Penhaligon Pettigrew Plunkett Quimby Ravenscroft Redfern Rockwell Sadowski Saltzman Seagrave Sheffield Stanhope Sutherland Tennyson Thorvald Tomlinson Trautmann Ulrich Vogelsang Wadsworth Wexler Wolcott Wyndham Zielinski".Split(' ');
    static readonly string[] CommonFamilies = "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Nguyen Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Peterson Cooper Reed Bailey Bell Gomez Kelly Howard Ward".Split(' ');
    static readonly string[] Streets = "Quillan Avenue|Larkmoor Street|Old Granary Road|Pinwheel Lane|Sandpiper Court|Brightwater Drive|Copperleaf Avenue|Halcyon Street|Juniper Hollow Road|Marigold Lane|North Belltower Avenue|Thistledown Drive|Wagon Wheel Boulevard|Orchard Gate Street|Silver Birch Circle|South Windrow Street|Cottonwood Bend Road|Mill Pond Place|Prairie Clover Drive|Tallgrass Terrace".Split('|');
    static readonly (string City, string State, string[] Zips, int Weight)[] Cities =
    [
        ("Omaha", "NE", ["68102", "68104", "68105", "68106", "68114", "68131", "68132", "68154"], 60), ("Bellevue", "NE", ["68005", "68123"], 10),
        ("Papillion", "NE", ["68046"], 8), ("Lincoln", "NE", ["68502", "68510"], 8), ("Council Bluffs", "IA", ["51501", "51503"], 10), ("Des Moines", "IA", ["50309"], 4),
    ];
    static readonly string[] Hosts = ["mail.example", "prairiepost.example", "inbox-one.example", "cornbelt.example", "webpaket.example", "quickmail.example"];
    static readonly string[] Companies = ["Halvorsen Grain Elevators", "Bluestem Dental Group", "Platte River Logistics", "Kestrel Insurance Services", "Old Market Printing Co", "Nebula Roofing LLC", "Sandhills Accounting", "Two Herons Veterinary Clinic", "Meadowlark Software Inc", "Cedar & Sons Plumbing"];
    static readonly string[] Jobs = ["Sales Manager", "Accountant", "Office Manager", "Veterinarian", "Owner", "Project Lead", "Dentist", "Dispatcher"];
    static readonly string[] AreaCodes = ["402", "402", "531", "712", "515", "308", "605", "816", "913", "319", "641", "563"];

    public static readonly (string Sku, string Name, int Cents, string Category)[] Goods =
    [
        ("SH-OX-01", "Oxford Button-Down Shirt", 5900, "Shirts"), ("SH-GI-02", "Gingham Button-Down Shirt", 6400, "Shirts"), ("TR-KH-38", "Pleated Khakis 38x32", 7200, "Trousers"),
        ("TR-KH-34", "Flat-Front Khakis 34x32", 6900, "Trousers"), ("SO-AR-11", "Argyle Socks", 1400, "Socks"), ("SW-CN-04", "Crew Neck Sweater", 8800, "Knitwear"), ("DR-LI-05", "Linen Dress", 11900, "Dresses"),
        ("JA-WX-06", "Waxed Jacket", 18900, "Jackets"), ("BE-LE-07", "Leather Belt", 4500, "Accessories"), ("SC-WO-08", "Wool Scarf", 3900, "Accessories"), ("BL-SI-09", "Silk Blouse", 9500, "Shirts"),
    ];

    private readonly List<string> _rareFamilies = [.. RareFamilies];
    private readonly HashSet<string> _emails = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _phones = ["4025550147", "5315550183", "7125550112"];

    public Chance Chance => chance;
    public List<Person> People { get; } = [];
    public List<string> Truth { get; } = [];
    public DateTime Start { get; } = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    public Person Ted { get; private set; } = null!;
    public Person Father { get; private set; } = null!;
    public Person Cousin { get; private set; } = null!;

    public void Tell(string source, string key, Person person) => Truth.Add(Text.Csv(',', source, "people", key, person.Id).TrimEnd());

    public DateTime Day(int hourFrom = 8, int hourTo = 20) => Start.AddDays(chance.Next(183)).AddHours(chance.Next(hourFrom, hourTo)).AddSeconds(chance.Next(3600));

    public void Invite()
    {
        while (People.Count < 395)
        {
            var kind = chance.Next(100);
            var (home, family) = (NewHome(), NewFamily());
            var line = NewPhone(60);
            if (kind < 66)
            {
                Add(chance.Percent(50), family, home, line);
            }
            else if (kind < 86)
            {
                // A couple: one landline, often one mailbox for both, and she may have married since.
                var him = Add(false, family, home, line);
                var shared = chance.Percent(30) ? him.Email : null;
                Add(true, family, home, chance.Percent(60) ? line : NewPhone(60), shared, before: chance.Percent(45) ? NewFamily() : null);
            }
            else if (kind < 93)
            {
                // Father and son of one name under one roof.
                var given = chance.Of(Men);
                var born = new DateOnly(chance.Next(1940, 1962), chance.Next(1, 12), chance.Next(1, 28));
                Add(false, family, home, line, given: given, born: born, suffix: "Sr");
                Add(false, family, home, NewPhone(70), given: given, born: born.AddYears(chance.Next(24, 33)).AddDays(chance.Next(20, 300)), suffix: "Jr");
            }
            else
            {
                // Twins at home.
                var born = new DateOnly(chance.Next(1996, 2006), chance.Next(1, 12), chance.Next(1, 28));
                var isFemale = chance.Percent(50);
                var first = Add(isFemale, family, home, line, born: born, isTwin: true);
                Add(isFemale, family, home, line, born: born, isTwin: true, given: chance.Of((isFemale ? Women : Men).Where(g => g[0] != first.Given[0]).ToArray()));
            }
        }
    }

    /// <summary>The man of the scenario, his father next door and a cousin across the river: three Theodore Brannigans.</summary>
    public void AddScenario()
    {
        Person Theodore(string id, string middle, string suffix, DateOnly born, Home home, string email, string phone) => new()
        {
            Id = id, Given = "Theodore", Middle = middle, Family = "Brannigan", Suffix = suffix, Born = born, Sex = 'M', Home = home, Email = email, Phone = phone, IsScripted = true,
        };
        Ted = Theodore("ted", "J", "", new(1979, 8, 23), new("1426", "Quillan Avenue", "Apt 5B", "Omaha", "NE", "68131"), "ted.brannigan@mail.example", "4025550147");
        Father = Theodore("teds-father", "", "Sr", new(1951, 2, 11), new("1430", "Quillan Avenue", null, "Omaha", "NE", "68131"), "oldgrouse51@cornbelt.example", "5315550183");
        Cousin = Theodore("teds-cousin", "P", "", new(1984, 12, 3), new("77", "Mill Pond Place", null, "Council Bluffs", "IA", "51501"), "theo.p@quickmail.example", "7125550112");
        People.AddRange([Ted, Father, Cousin]);
    }

    private Person Add(bool isFemale, string family, Home home, string? phone, string? email = null, string? before = null, string? given = null, DateOnly? born = null, string suffix = "", bool isTwin = false)
    {
        given ??= chance.Of(isFemale ? Women : Men);
        var works = suffix.Length == 0 && chance.Percent(35); // two of one name in one firm could not be told apart
        var person = new Person
        {
            Id = $"p{People.Count + 1:000}", IsTwin = isTwin, Given = given, Family = family, FamilyBefore = before, Suffix = suffix, Sex = isFemale ? 'F' : 'M', Home = home, Phone = phone,
            Middle = chance.Percent(40) ? ((char)('A' + chance.Next(23))).ToString() : "",
            Born = born ?? new DateOnly(chance.Next(1945, 2005), chance.Next(1, 12), chance.Next(1, 28)),
            HomeBefore = chance.Percent(12) ? NewHome() : null,
            Email = email ?? NewEmail(given, before ?? family), IsEmailShared = email is not null,
            Company = works ? chance.Of(Companies) : null, Job = works ? chance.Of(Jobs) : null,
        };
        People.Add(person);
        return person;
    }

    // Unrelated people seldom share a rare name, and often a common one.
    private string NewFamily()
    {
        if (chance.Percent(35) || _rareFamilies.Count == 0)
        {
            return chance.Of(CommonFamilies);
        }

        var at = chance.Next(_rareFamilies.Count);
        var family = _rareFamilies[at];
        _rareFamilies.RemoveAt(at);
        return family;
    }

    private Home NewHome()
    {
        var at = chance.Next(100);
        var city = Cities.First(c => (at -= c.Weight) < 0);
        return new(chance.Next(12, 6900).ToString(), chance.Of(Streets), chance.Percent(20) ? $"Apt {chance.Next(1, 40)}" : null, city.City, city.State, chance.Of(city.Zips));
    }

    // Numbers for fiction: 555-0100 to 555-0199. There are few, so not everyone has a phone.
    private string? NewPhone(int percent)
    {
        for (var i = 0; i < 30 && chance.Percent(percent); i++)
        {
            var phone = $"{chance.Of(AreaCodes)}55501{chance.Next(100):00}";
            if (_phones.Add(phone))
            {
                return phone;
            }
        }

        return null;
    }

    private string NewEmail(string given, string family)
    {
        var (g, f) = (Text.Ascii(given).ToLowerInvariant(), Text.Ascii(family).ToLowerInvariant());
        for (var n = 0; ; n++)
        {
            var local = chance.Next(5) switch { 0 => $"{g}.{f}", 1 => $"{g[0]}{f}", 2 => $"{f}.{g}", 3 => $"{g}{chance.Next(50, 99)}", _ => $"{g}_{f}" };
            var email = $"{local}{(n > 3 ? n : "")}@{chance.Of(Hosts)}";
            if (_emails.Add(email))
            {
                return email;
            }
        }
    }
}

/// <summary>What people and clerks do to values.</summary>
static class Dirt
{
    static readonly Dictionary<string, string[]> Nicknames = "William:Bill,Will,Billy;Robert:Bob,Rob,Bobby;James:Jim,Jimmy;John:Jack;Michael:Mike;David:Dave;Richard:Rick,Dick;Joseph:Joe;Thomas:Tom,Tommy;Christopher:Chris;Charles:Charlie,Chuck;Daniel:Dan,Danny;Matthew:Matt;Anthony:Tony;Donald:Don;Steven:Steve;Andrew:Andy,Drew;Kenneth:Ken;Timothy:Tim;Edward:Ed,Eddie;Jeffrey:Jeff;Nicholas:Nick;Jonathan:Jon;Stephen:Steve;Benjamin:Ben;Samuel:Sam;Gregory:Greg;Alexander:Alex;Patrick:Pat;Raymond:Ray;Patricia:Pat,Patty;Jennifer:Jen,Jenny;Elizabeth:Liz,Beth,Betty;Barbara:Barb;Susan:Sue,Suzy;Jessica:Jess;Margaret:Peggy,Maggie;Kimberly:Kim;Deborah:Deb,Debbie;Rebecca:Becky;Katherine:Kate,Kathy;Pamela:Pam;Christine:Chris,Tina;Victoria:Vicky;Jacqueline:Jackie;Teresa:Terry,Tess;Samantha:Sam;Cynthia:Cindy;Judith:Judy;Amanda:Mandy"
        .Split(';').ToDictionary(e => e.Split(':')[0], e => e.Split(':')[1].Split(','));

    public static string Given(Chance c, Person p, bool allowInitial = false) =>
        Nicknames.TryGetValue(p.Given, out var nicks) && c.Percent(30) ? c.Of(nicks)
        : allowInitial && !p.IsTwin && c.Percent(6) ? p.Given[..1] + "."
        : c.Percent(4) ? Typo(c, p.Given) : p.Given;

    public static string Family(Chance c, Person p, bool isOld = false)
    {
        var family = isOld && p.FamilyBefore is not null ? p.FamilyBefore : p.Family;
        family = c.Percent(35) ? Text.Ascii(family) : family;
        return c.Percent(6) ? Typo(c, family) : family;
    }

    public static string Typo(Chance c, string text)
    {
        if (text.Length < 4)
        {
            return text;
        }

        var at = c.Next(1, text.Length - 2);
        return c.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            _ => text[..at] + char.ToLowerInvariant(text[at + 1]) + char.ToLowerInvariant(text[at]) + text[(at + 2)..],
        };
    }

    public static string Phone(Chance c, string d)
    {
        var (a, b, e) = (d[..3], d[3..6], d[6..]);
        return c.Next(8) switch
        {
            0 => $"({a}) {b}-{e}", 1 => $"{a}-{b}-{e}", 2 => $"{a}.{b}.{e}", 3 => d, 4 => $"+1 {a} {b} {e}", 5 => $"1-{a}-{b}-{e}", 6 => $"+1{d}", _ => $"{a}/{b}-{e}",
        };
    }

    public static string Street(Chance c, string street) => !c.Percent(50) ? street : street
        .Replace("Avenue", c.Of("Ave", "Ave.", "Av")).Replace("Street", c.Of("St", "St.")).Replace("Road", "Rd").Replace("Drive", "Dr").Replace("Boulevard", "Blvd")
        .Replace("Court", "Ct").Replace("Lane", "Ln").Replace("North ", "N ").Replace("South ", "S. ").Replace("Circle", "Cir").Replace("Place", "Pl");

    public static string Born(Chance c, DateOnly born) => c.Percent(3) ? "01/01/1900" : c.Next(5) switch
    {
        0 => born.ToString("MM/dd/yyyy"), 1 => born.ToString("yyyy-MM-dd"), 2 => born.ToString("M/d/yyyy"), 3 => born.ToString("MMM d, yyyy"), _ => born.ToString("yyyyMMdd"),
    };
}

/// <summary>Square: customers and orders of the store.</summary>
class Till(Shop shop)
{
    private const string TestCard = "4111 1111 1111 1111";
    private readonly Chance _c = shop.Chance;
    private readonly List<JsonObject> _customers = [];
    private readonly List<JsonObject> _orders = [];

    public void Write(string folder)
    {
        foreach (var p in shop.People.Where(p => !p.IsScripted && _c.Percent(55)))
        {
            var id = Customer(p, _c.Percent(25));
            var brand = _c.Of("VISA", "MASTERCARD", "AMERICAN_EXPRESS", "DISCOVER", "CASH");
            for (var n = _c.Next(0, 5); n > 0; n--)
            {
                Order(id, shop.Day(), _c.Percent(80) ? brand : "CASH", null);
            }

            if (_c.Percent(7))
            {
                Order(Customer(p, false), shop.Day(), brand, null);
            }
        }

        Scenario();
        Broken();
        Text.Save(folder, "square-customers.json", Text.Lines(_customers.OrderBy(c => (string?)c["created_at"], StringComparer.Ordinal)));
        Text.Save(folder, "square-orders.json", Text.Lines(_orders.OrderBy(o => (string?)o["updated_at"], StringComparer.Ordinal)));
        Text.Save(folder, "square-locations.json", Text.Lines([new JsonObject { ["id"] = "LSTORE1801QA", ["name"] = "Larkspur & Pike, 1801 Quillan Avenue", ["status"] = "ACTIVE", ["currency"] = "USD" }]));
    }

    private void Scenario()
    {
        var first = Raw(shop.Ted, "Ted", "Brannigan", "(402) 555-0147", "Ted.Brannigan@MAIL.example", shop.Ted.Home, "1979-08-23");
        var second = Raw(shop.Ted, "Theodore", "Branigan", "402.555.0147", null, null, null);
        for (var i = 0; i < 7; i++)
        {
            Order(i is 3 or 5 ? second : first, shop.Start.AddDays(9 + (i * 24)).AddHours(17).AddMinutes(i * 7), "VISA", i);
        }

        var father = Raw(shop.Father, "Theodore", "Brannigan", "531-555-0183", "oldgrouse51@cornbelt.example", shop.Father.Home, "1951-02-11");
        Order(father, shop.Day(), "MASTERCARD", null);
        Order(father, shop.Day(), "CASH", null);
        Order(Raw(shop.Cousin, "Theo", "Brannigan", "+17125550112", "theo.p@quickmail.example", null, "1984-12-03"), shop.Day(), "DISCOVER", null);
    }

    // What a till holds after some years; the hub must set it aside and say why.
    private void Broken()
    {
        _customers.Add(new() { ["given_name"] = "Imported", ["family_name"] = "Row", ["note"] = $"no id after migration, paid with {TestCard}", ["created_at"] = "2026-04-02T10:00:00Z" });
        _customers.Add(new() { ["id"] = "SQBROKENLONGNOTE", ["given_name"] = "Oversized", ["note"] = string.Concat(Enumerable.Repeat("pasted by accident ", 450)), ["created_at"] = "2026-04-02T10:05:00Z" });
        _orders.Add(new() { ["id"] = "SQONOTIME", ["location_id"] = "LSTORE1801QA", ["state"] = "COMPLETED", ["updated_at"] = "2026-05-05T12:00:00.000Z" });
        _customers.Last(c => (string?)c["id"] is { } id && id.StartsWith("SQC")).Add("note", "asked us to keep card 4111-1111-1111-1111 on file");
        foreach (var (name, at) in new[] { ("Walk-In", "2025-01-03"), ("Guest", "2025-02-07"), ("Customer", "2025-03-11") })
        {
            var person = new Person { Id = "till-" + name.ToLowerInvariant(), Given = name, Family = "", Born = default, Home = shop.Ted.Home, Email = "" };
            var id = $"SQC{_customers.Count + 1:00000}";
            _customers.Add(new() { ["id"] = id, ["given_name"] = name, ["phone_number"] = "000-000-0000", ["email_address"] = "none@none.example", ["created_at"] = at + "T09:00:00Z", ["updated_at"] = at + "T09:00:00Z" });
            shop.Tell("till", id, person);
        }
    }

    private string Customer(Person p, bool isOld)
    {
        var hasPhone = p.Phone is not null && _c.Percent(75);
        var given = Dirt.Given(_c, p, allowInitial: true);
        var family = Dirt.Family(_c, p, isOld);
        var born = !_c.Percent(40) ? null : _c.Percent(25) ? p.Born.ToString("0000-MM-dd") : p.Born.ToString("yyyy-MM-dd");
        var email = _c.Percent(hasPhone ? 65 : 100) ? _c.Percent(20) ? p.Email.ToUpperInvariant() : p.Email : _c.Percent(20) ? "none@none.example" : null;
        return Raw(p, given, family, hasPhone ? Dirt.Phone(_c, p.Phone!) : _c.Percent(8) ? "999-999-9999" : null, email, _c.Percent(45) ? isOld ? p.HomeBefore ?? p.Home : p.Home : null, born, p.Suffix.Length > 0 && _c.Percent(60));
    }

    private string Raw(Person p, string given, string family, string? phone, string? email, Home? home, string? born, bool withSuffix = false)
    {
        var id = $"SQC{_customers.Count + 1:00000}";
        var created = shop.Start.AddDays(-_c.Next(30, 1500)).AddSeconds(_c.Next(80000));
        var json = new JsonObject { ["id"] = id, ["created_at"] = Time(created), ["updated_at"] = Time(created.AddDays(_c.Next(0, 300))), ["given_name"] = given, ["family_name"] = withSuffix ? $"{family} {p.Suffix}" : family };
        Put(json, "email_address", email);
        Put(json, "phone_number", phone);
        Put(json, "birthday", born);
        if (home is not null)
        {
            var address = new JsonObject { ["address_line_1"] = $"{home.Number} {Dirt.Street(_c, home.Street)}" };
            Put(address, "address_line_2", home.Unit);
            address["locality"] = home.City;
            address["administrative_district_level_1"] = home.State;
            address["postal_code"] = home.Zip;
            address["country"] = "US";
            json["address"] = address;
        }

        json["preferences"] = new JsonObject { ["email_unsubscribed"] = !p.IsScripted && _c.Percent(12) };
        _customers.Add(json);
        shop.Tell("till", id, p);
        return id;
    }

    private void Order(string customer, DateTime at, string brand, int? tedsTurn)
    {
        var id = $"SQO{_orders.Count + 1:00000}";
        var lines = new JsonArray();
        var total = 0;
        for (var i = 0; i < (tedsTurn is null ? _c.Next(1, 3) : 2); i++)
        {
            var item = tedsTurn is { } turn ? Shop.Goods[new[] { 0, 4, 2, 1 }[(turn + i) % 4]] : Shop.Goods[_c.Next(Shop.Goods.Length)];
            var quantity = item.Category == "Socks" ? 2 : 1;
            total += item.Cents * quantity;
            lines.Add(new JsonObject { ["name"] = item.Name, ["quantity"] = quantity.ToString(), ["catalog_object_id"] = item.Sku, ["total_money"] = Money(item.Cents * quantity) });
        }

        var tender = brand == "CASH" ? new JsonObject { ["type"] = "CASH", ["amount_money"] = Money(total) } : new JsonObject
        {
            ["type"] = "CARD", ["amount_money"] = Money(total),
            ["card_details"] = new JsonObject { ["status"] = "CAPTURED", ["card"] = new JsonObject { ["card_brand"] = brand, ["last_4"] = tedsTurn is null ? $"{_c.Next(10000):0000}" : "1881" } },
        };
        var order = new JsonObject
        {
            ["id"] = id, ["location_id"] = "LSTORE1801QA", ["customer_id"] = customer, ["state"] = "COMPLETED", ["created_at"] = Time(at), ["closed_at"] = Time(at.AddMinutes(2)), ["updated_at"] = Time(at.AddMinutes(2)),
            ["source"] = new JsonObject { ["name"] = "Point of Sale" }, ["line_items"] = lines, ["total_money"] = Money(total), ["tenders"] = new JsonArray(tender),
        };
        if (tedsTurn is null && _c.Percent(5))
        {
            order["refunds"] = new JsonArray(new JsonObject { ["id"] = "R" + id, ["status"] = "APPROVED", ["created_at"] = Time(at.AddDays(4)), ["amount_money"] = Money(total / 2) });
        }

        _orders.Add(order);
    }

    private static JsonObject Money(int cents) => new() { ["amount"] = cents, ["currency"] = "USD" };

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}

/// <summary>Matomo: visits of the web shop, as Live.getLastVisitsDetails gives them. The shop sets the account's e-mail address as user id.</summary>
class WebShop(Shop shop)
{
    private static readonly TimeSpan SiteOffset = TimeSpan.FromHours(-5); // Omaha in summer
    private readonly Chance _c = shop.Chance;
    private readonly List<(DateTime At, JsonObject Visit)> _visits = [];
    private int _orders = 7000;

    public void Write(string folder)
    {
        foreach (var p in shop.People.Where(p => !p.IsScripted && !p.IsEmailShared && _c.Percent(32)))
        {
            var user = _c.Percent(15) ? p.Email.ToUpperInvariant() : p.Email;
            var visitor = Visitor();
            for (var n = _c.Next(1, 4); n > 0; n--)
            {
                Visit(shop.Day(6, 22), user, visitor, p.Home.City, _c.Percent(30) ? Items(_c.Next(1, 3)) : null);
            }

            shop.Tell("web", "user:" + user, p);
        }

        for (var n = 0; n < 140; n++)
        {
            Visit(shop.Day(0, 23), null, Visitor(), _c.Percent(60) ? "Omaha" : "Unknown", null);
        }

        Scenario();
        var broken = Visit(shop.Day(), null, Visitor(), "Omaha", null);
        foreach (var name in new[] { "firstActionTimestamp", "lastActionTimestamp", "serverTimestamp" })
        {
            broken.Remove(name);
        }

        var newestFirst = _visits.OrderByDescending(v => v.At).Select((v, i) => { v.Visit["idVisit"] = (90000 - i).ToString(); return v.Visit; });
        Text.Save(folder, "matomo-visits.json", Text.Lines(newestFirst));
    }

    private void Scenario()
    {
        var (home, phone) = ("c0ffee0147a1b2c3", "5eed01475eed0147");
        Visit(shop.Start.AddDays(12).AddHours(1.5), shop.Ted.Email, home, "Omaha", [Shop.Goods[0], Shop.Goods[4]]);
        Visit(shop.Start.AddDays(40).AddHours(2), shop.Ted.Email, phone, "Omaha", null);
        Visit(shop.Start.AddDays(83).AddHours(3.2), shop.Ted.Email, home, "Omaha", [Shop.Goods[2]]);
        Visit(shop.Start.AddDays(160).AddHours(2.7), shop.Ted.Email, phone, "Omaha", [Shop.Goods[1], Shop.Goods[4], Shop.Goods[8]]);
        shop.Tell("web", "user:" + shop.Ted.Email, shop.Ted);
    }

    private (string Sku, string Name, int Cents, string Category)[] Items(int count) => [.. Enumerable.Range(0, count).Select(_ => Shop.Goods[_c.Next(Shop.Goods.Length)]).DistinctBy(g => g.Sku)];

    private string Visitor() => string.Concat(Enumerable.Range(0, 16).Select(_ => "0123456789abcdef"[_c.Next(16)]));

    private JsonObject Visit(DateTime at, string? user, string visitor, string city, (string Sku, string Name, int Cents, string Category)[]? items)
    {
        var seconds = _c.Next(40, 900);
        var last = at.AddSeconds(seconds);
        var actions = new JsonArray();
        foreach (var page in new[] { ("Larkspur & Pike: new arrivals", "/"), ("Shirts", "/shirts"), ("Khakis and chinos", "/trousers"), ("Returns and sizes", "/help/returns") }.Take(_c.Next(1, 4)))
        {
            actions.Add(new JsonObject { ["type"] = "action", ["pageTitle"] = page.Item1, ["url"] = "https://www.larkspurpike.example" + page.Item2, ["timestamp"] = Unix(at + SiteOffset) });
        }

        if (items is not null)
        {
            actions.Add(Order(last, items));
        }

        var visit = new JsonObject { ["idVisit"] = "", ["visitIp"] = "192.0.2.0", ["visitorId"] = visitor };
        if (user is not null)
        {
            visit["userId"] = user;
        }

        foreach (var (name, value) in new[]
        {
            ("siteName", "Larkspur & Pike"), ("siteCurrency", "USD"), ("serverTimePretty", (last + SiteOffset).ToString("HH:mm:ss")), ("city", city), ("country", "United States"), ("language", "English"),
            ("deviceType", _c.Of("Desktop", "Smartphone", "Tablet")), ("operatingSystemName", _c.Of("Windows", "iOS", "Android", "Mac")), ("browserName", _c.Of("Firefox", "Chrome", "Safari")),
            ("referrerType", _c.Of("direct", "search", "campaign")), ("referrerName", "spring-letter"), ("visitEcommerceStatus", items is null ? "none" : "ordered"),
        })
        {
            visit[name] = value;
        }

        visit["firstActionTimestamp"] = Unix(at);
        visit["lastActionTimestamp"] = Unix(last);
        visit["serverTimestamp"] = Unix(last);
        visit["visitDuration"] = seconds;
        visit["actions"] = actions.Count;
        visit["actionDetails"] = actions;
        _visits.Add((last, visit));
        return visit;
    }

    private JsonObject Order(DateTime at, (string Sku, string Name, int Cents, string Category)[] items)
    {
        var details = new JsonArray([.. items.Select(i => new JsonObject { ["itemSKU"] = i.Sku, ["itemName"] = i.Name, ["itemCategory"] = i.Category, ["price"] = i.Cents / 100m, ["quantity"] = 1 })]);
        var sum = items.Sum(i => i.Cents) / 100m;
        return new() { ["type"] = "ecommerceOrder", ["orderId"] = $"W-{++_orders}", ["timestamp"] = Unix(at + SiteOffset), ["revenue"] = sum + 6.5m, ["revenueSubTotal"] = sum, ["revenueShipping"] = 6.5m, ["itemDetails"] = details };
    }

    private static long Unix(DateTime time) => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)).ToUnixTimeSeconds();
}

/// <summary>The service mailbox as one mbox file.</summary>
class Mailbox(Shop shop)
{
    private const string Own = "Larkspur & Pike Service <service@larkspurpike.example>";
    static readonly string[] Subjects = ["Where is my order?", "Exchange for another size", "Opening hours on Sunday?", "Gift card", "Invoice needed", "Sleeve length", "Thank you!", "Colour of the scarf", "Return label missing"];
    private readonly Chance _c = shop.Chance;
    private readonly List<(DateTime At, string Mail)> _mails = [];
    private readonly HashSet<string> _told = [];

    public void Write(string folder)
    {
        foreach (var p in shop.People.Where(p => !p.IsScripted && _c.Percent(30)))
        {
            Correspond(p);
        }

        Scenario();
        for (var i = 0; i < 60; i++)
        {
            Noise(i);
        }

        var text = string.Concat(_mails.OrderBy(m => m.At).Select(m => $"From MAILER-DAEMON {m.At:ddd MMM d HH:mm:ss yyyy}\n{m.Mail.Replace("\nFrom ", "\n>From ")}\n"));
        Text.Save(folder, "mailbox.mbox", text);
    }

    private void Correspond(Person p)
    {
        if (!_told.Add(p.Email))
        {
            return;
        }

        var name = _c.Next(6) switch
        {
            0 => "", 1 => $"{p.Family}, {p.Given}", 2 => $"{Dirt.Given(_c, p)} {p.Family}".ToUpperInvariant(), 3 when p.Middle.Length > 0 => $"{p.Given} {p.Middle}. {p.Family}", _ => $"{Dirt.Given(_c, p)} {Dirt.Family(_c, p, isOld: true)}",
        };
        for (var n = _c.Next(1, 2); n > 0; n--)
        {
            var sign = _c.Next(3) == 0 || p.Phone is null ? $"Thanks,\n{p.Given}" : $"-- \n{p.Given} {p.Family}\n{(p.Company is null ? "" : $"{p.Job}\n{p.Company}\n")}Phone: {Dirt.Phone(_c, p.Phone)}";
            var at = shop.Day(6, 22);
            var subject = _c.Of(Subjects);
            var id = Mail(at, From(name, p.Email), Own, subject, $"Hello,\n\n{_c.Of("could you have a look at this please?", "I bought it last week and wonder about the size.", "do you still have the blue one?")}\n\n{sign}\n");
            if (_c.Percent(60))
            {
                Mail(at.AddHours(_c.Next(1, 30)), Own, From(name, p.Email), "Re: " + subject, "Dear customer,\n\nthank you for writing. We are on it.\n\nYour Larkspur & Pike team\n", $"In-Reply-To: <{id}>\n");
            }
        }

        shop.Tell("mail", p.Email.ToLowerInvariant(), p);
    }

    private void Scenario()
    {
        var (first, second) = (shop.Start.AddDays(35).AddHours(14), shop.Start.AddDays(128).AddHours(22));
        var id = Mail(first, From("Ted Brannigan", shop.Ted.Email), Own, "Argyle socks, one pair short", "Hi,\n\nthe parcel came with one pair of argyle socks, I ordered two.\n\nTed Brannigan\nCell: 402-555-0147\n");
        Mail(first.AddHours(3), Own, From("Ted Brannigan", shop.Ted.Email), "Re: Argyle socks, one pair short", "Dear Mr Brannigan,\n\nthe second pair is on its way.\n\nYour Larkspur & Pike team\n", $"In-Reply-To: <{id}>\n");
        Mail(second, From("T. J. Brannigan", "tjbrannigan@prairiepost.example"), Own, "Khakis in 38 on Quillan Avenue?", "Hello,\n\nare the khakis in waist 38 back at the store?\n\n-- \nT. J. Brannigan\n1426 Quillan Avenue, Omaha\nPhone: +1 (402) 555-0147\n");
        Mail(shop.Day(), From("Theodore Brannigan", shop.Father.Email), Own, "Suspenders", "Good morning,\n\ndo you carry suspenders? My son buys all his shirts with you.\n\n-- \nTheodore Brannigan\nPhone: 531 555 0183\n");
        Mail(shop.Day(), "Post <clerk@larkspurpike.example>", Own, "Fwd: card given by phone 4111 1111 1111 1111", "Please delete this from the mailbox.\n");
        Mail(shop.Day(), From("Wendeline Farquharson", "wendeline@quickmail.example"), Own, "My card 4111 1111 1111 1111 was charged twice", "Hello,\n\nplease check.\n\nWendeline Farquharson\n");
        shop.Tell("mail", shop.Ted.Email, shop.Ted);
        shop.Tell("mail", "tjbrannigan@prairiepost.example", shop.Ted);
        shop.Tell("mail", shop.Father.Email, shop.Father);
        shop.Tell("mail", "wendeline@quickmail.example", new Person { Id = "mail-wendeline", Given = "", Family = "", Born = default, Home = shop.Ted.Home, Email = "" });
    }

    // What must become nobody: newsletters, robots, absence notes, bounces.
    private void Noise(int i)
    {
        var (from, subject, headers) = (i % 4) switch
        {
            0 => ("Fabric Weekly <letter@fabricweekly.example>", "Issue " + i, "List-Id: <letter.fabricweekly.example>\nList-Unsubscribe: <mailto:out@fabricweekly.example>\nPrecedence: bulk\n"),
            1 => ("Parcel Tracker <no-reply@parcels.example>", $"Parcel {i} delivered", ""),
            2 => ($"{_c.Of("Rosa Out", "Clem Away")} <absent{i}@mail.example>", "Out of office: Re: your order", "Auto-Submitted: auto-replied\n"),
            _ => ("Mail Delivery System <mailer-daemon@relay.example>", "Undelivered Mail Returned to Sender", "Return-Path: <>\nAuto-Submitted: auto-replied\n"),
        };
        Mail(shop.Day(0, 23), from, Own, subject, "This text was written by a machine.\n", headers);
    }

    private string From(string name, string email)
    {
        var shown = name.Any(ch => ch > 126) ? (_c.Percent(50) ? $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}?=" : Quoted(name)) : name.Contains(',') || name.Contains('.') ? $"\"{name}\"" : name;
        return name.Length == 0 ? email : $"{shown} <{email}>";
    }

    private static string Quoted(string name) => "=?iso-8859-1?Q?" + string.Concat(name.Select(ch => ch == ' ' ? "_" : char.IsAsciiLetterOrDigit(ch) ? ch.ToString() : $"={(int)ch:X2}")) + "?=";

    private string Mail(DateTime at, string from, string to, string subject, string body, string headers = "")
    {
        var id = $"{at:yyyyMMddHHmmss}.{_mails.Count:0000}@relay.example";
        _mails.Add((at, $"{headers}Message-ID: <{id}>\nDate: {at:ddd, dd MMM yyyy HH:mm:ss} +0000\nFrom: {from}\nTo: {to}\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}"));
        return id;
    }
}

/// <summary>The list bought from a supplier, with the supplier's column names.</summary>
class BoughtList(Shop shop)
{
    private readonly Chance _c = shop.Chance;
    private readonly StringBuilder _text = new("REC_NO,FNAME,MI,LNAME,SUFX,ADDR1,APT,CITY_NM,ST,ZIP9,PH_NUM,EML,DOB_TXT,SEX_CD,MARITAL,DWELL_TYPE,OWN_RENT,MI_TO_STORE,EM_PERM,UPD_DT\r\n");
    private int _number = 500100;

    public void Write(string folder)
    {
        foreach (var p in shop.People.Where(p => !p.IsScripted && _c.Percent(55)))
        {
            Row(p);
            if (_c.Percent(5))
            {
                Row(p);
            }
        }

        Add(shop.Ted, "THEODORE", "J", "BRANIGAN", "", "1426 QUILLAN AVE", "#5B", "OMAHA", "NE", "681310042", "4025550147", "", "08/23/1979", "M", "single", "condo", "owner", "0.5", "Y", "06/14/2026");
        Add(shop.Father, "THEODORE", "", "BRANNIGAN", "SR", "1430 QUILLAN AVE", "", "OMAHA", "NE", "68131", "531-555-0183", "", "2/11/1951", "M", "married", "house", "owner", "0.5", "N", "06/14/2026");
        Add(shop.Cousin, "THEODORE", "P", "BRANNIGAN", "", "77 MILL POND PL", "", "COUNCIL BLUFFS", "IA", "51501", "712-555-0112", "", "12/03/1984", "M", "married", "house", "renter", "6.2", "unknown", "06/14/2026");

        // Rows that cannot be taken in: no number, too few values, a word for consent that nobody knows.
        _text.Append(",NOBODY,,NUMBERLESS,,1 NOWHERE ST,,OMAHA,NE,68102,,,,,,,,,Y,06/14/2026\r\n509901,TORN,,LINE,,4 CUT\r\n");
        _text.Append("509902,MAYBE,,PERHAPS,,5 DOUBTFUL LN,,OMAHA,NE,68104,,maybe.perhaps@mail.example,,F,,,,,when she feels like it,06/14/2026\r\n");
        _text.Append("509903,CARLA,,CARDLEFT,,6 SPILLED INK CT,,OMAHA,NE,68104,,,,F,card 4111 1111 1111 1111,,,,sometimes,06/14/2026\r\n");
        Text.Save(folder, "bought-list.csv", _text.ToString());
    }

    private void Row(Person p)
    {
        var isOld = _c.Percent(20);
        var home = isOld ? p.HomeBefore ?? p.Home : p.Home;
        var (given, family, street) = (Dirt.Given(_c, p, allowInitial: true), Dirt.Family(_c, p, isOld), $"{home.Number} {Dirt.Street(_c, home.Street)}");
        var city = home.City;
        if (_c.Percent(45))
        {
            (given, family, street, city) = (given.ToUpperInvariant(), family.ToUpperInvariant(), street.ToUpperInvariant(), city.ToUpperInvariant());
        }

        if (_c.Percent(2))
        {
            (given, family) = (family, given);
        }

        var phone = p.Phone is not null && _c.Percent(75) ? Dirt.Phone(_c, p.Phone) : _c.Percent(10) ? "0000000000" : "";
        var email = _c.Percent(60) ? p.Email : _c.Percent(10) ? "none" : "";
        var updated = new DateTime(2026, 1, 5).AddDays(_c.Next(180));
        Add(p, given, p.Middle, family, p.Suffix.ToUpperInvariant(), street, home.Unit ?? "", city, home.State, _c.Percent(20) ? home.Zip + $"{_c.Next(1, 9999):0000}" : home.Zip, phone, email, _c.Percent(75) ? Dirt.Born(_c, p.Born) : "",
            _c.Of(p.Sex.ToString(), p.Sex == 'M' ? "male" : "female", ""), _c.Of("single", "married", "divorced", ""), _c.Of("house", "condo", "apartment", ""), _c.Of("owner", "renter", ""),
            (_c.Next(2, 160) / 10m).ToString(), _c.Of("Y", "Y", "N", "unknown", "opt-out"), updated.ToString(_c.Of("MM/dd/yyyy", "yyyy-MM-dd")));
    }

    private void Add(Person p, params string[] values)
    {
        var number = (++_number).ToString();
        _text.Append(Text.Csv(',', [number, .. values]));
        shop.Tell("list", number, p);
    }
}

/// <summary>The owner's sheet of business cards, saved from a German spreadsheet: semicolons, Windows-1252, dd.mm.yyyy.</summary>
class Cards(Shop shop)
{
    private readonly Chance _c = shop.Chance;
    private readonly StringBuilder _text = new("Nr;Nachname;Vorname;Firma;Funktion;E-Mail;Telefon;Straße;PLZ;Ort;Geburtstag;Bundweite;Schuhgröße;Vorlieben;Zahlt mit;Newsletter;Stand;Notiz\r\n");
    private int _number;

    public void Write(string folder)
    {
        foreach (var p in shop.People.Where(p => !p.IsScripted && (p.Company is not null ? _c.Percent(50) : _c.Percent(12))))
        {
            Row(p);
            if (_c.Percent(6))
            {
                Row(p);
            }
        }

        Add(shop.Ted, "Brannigan", "Teddy", "", "", "tjbrannigan@prairiepost.example", "402 / 555 0147", "Quillan Avenue 1426", "68131", "Omaha", "23.08.1979", "38", "11", "button-down shirts, khakis, argyle socks", "Visa", "ja", "2026-09-20", "wohnt um die Ecke, zahlt immer mit Visa");
        Add(shop.Cousin, "Brannigan", "Theo P.", "Nebula Roofing LLC", "Owner", "theo.p@quickmail.example", "712-555-0112", "", "", "Council Bluffs", "03.12.1984", "34", "9", "", "", "nein", "2026-08-02", "");
        Add(shop.People[4], shop.People[4].Family, shop.People[4].Given, "", "", shop.People[4].Email, "", "", "", "", "", "", "", "", "", "", "2026-07-11", "Karte am Telefon: 4111 1111 1111 1111, bitte löschen");
        _text.Append(";Müller;Niemand;;;;;;;;;;;;;ja;2026-08-01;ohne Nummer\r\n999;Größe;Falsch;;;;;;;;;;;;;weiß nicht;2026-08-01;\r\n");
        Text.Save(folder, "business-cards.csv", _text.ToString(), Encoding.GetEncoding(1252));
    }

    private void Row(Person p)
    {
        var hasEmail = p.Phone is null || _c.Percent(75);
        Add(p, Dirt.Family(_c, p), Dirt.Given(_c, p), p.Company ?? "", p.Job ?? "", hasEmail ? p.Email : "", p.Phone is null ? (_c.Percent(10) ? "k. A." : "") : Dirt.Phone(_c, p.Phone),
            _c.Percent(50) ? $"{p.Home.Number} {Dirt.Street(_c, p.Home.Street)}" : "", p.Home.Zip, p.Home.City, _c.Percent(40) ? p.Born.ToString("dd.MM.yyyy") : "", _c.Percent(40) ? _c.Next(28, 44).ToString() : "", _c.Percent(40) ? _c.Next(6, 13).ToString() : "",
            _c.Of("", "", "linen", "wool only", "bright colours"), _c.Of("", "", "Visa", "cash"), _c.Of("ja", "nein", "", "abgemeldet"), new DateTime(2026, 5, 1).AddDays(_c.Next(140)).ToString("yyyy-MM-dd"), "");
    }

    private void Add(Person p, params string[] values)
    {
        var number = (++_number).ToString();
        _text.Append(Text.Csv(';', [number, .. values]));
        shop.Tell("cards", number, p);
    }
}
