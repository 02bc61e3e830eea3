using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Signatures;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class SignatureTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(
        typeof(SignatureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!,
        "tests/connectors/IntegrationHub.Connectors.Email.Tests/signatures");

    [Fact]
    public void Phones_of_labelled_real_mails_are_found_and_no_others()
    {
        int right = 0, wrong = 0, missed = 0;
        foreach (var (number, expected) in JObject.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json"))))
        {
            var truth = expected!.Values<string>().OfType<string>().ToList();
            var found = ReadLabelled(number).Phones.Select(p => p.Value).ToList();
            right += found.Count(truth.Contains);
            wrong += found.Count(f => !truth.Contains(f));
            missed += truth.Count(t => !found.Contains(t));
        }

        output.WriteLine($"right {right}, wrong {wrong}, missed {missed}");
        Assert.Equal(16, right + missed);
        Assert.Equal(0, wrong);
        Assert.True(missed <= 1, $"{missed} numbers were missed");
    }

    [Theory]
    [InlineData("Fax: 406-497-2054")]
    [InlineData("Fax UK: 01732 824455")]
    [InlineData("Butte, MT 59701-1234")]
    [InlineData("12.05.2026")]
    [InlineData("Order no. 713-853-1587")]
    [InlineData("Visa 4111 1111 1111 1111")]
    [InlineData("10.20.30.40")]
    [InlineData("ID 123-45-6789")]
    [InlineData("Please call Ann Bell at 713-853-1587")]
    [InlineData("1-800-555-0199")]
    public void What_only_looks_like_a_phone_is_left_alone(string line)
    {
        Assert.Empty(Read($"Hello\n\n-- \nJohn Doe\n{line}\n").Phones);
    }

    [Theory]
    [InlineData("Tel: +44 (0)20 7946 0958", "+44 (0)20 7946 0958")]
    [InlineData("T +49 30 901820 | F +49 30 901821", "+49 30 901820")]
    [InlineData("p:908.273.6960 Ext. 104", "908.273.6960 Ext. 104")]
    [InlineData("Mobile 0170 1234567", "0170 1234567")]
    [InlineData("Tel/Fax: 030-901820", "030-901820")]
    [InlineData("121 Salmon Street\t\t503.701.1160 (cell)", "503.701.1160")]
    public void A_phone_is_found_with_its_line_as_evidence(string line, string phone)
    {
        var found = Assert.Single(Read($"Hello\n\nBest regards,\nJohn Doe\n{line}\n").Phones);

        Assert.Equal((phone, line), (found.Value, found.Evidence));
    }

    [Theory]
    [InlineData("On Thu, Feb 5, 2026 at 10:00, Ann Bell <ann@x.example> wrote:\nThanks\nAnn Bell\nTel 402-555-0133\n")]
    [InlineData("-----Original Message-----\nFrom: Ann Bell\nThanks\nTel 402-555-0133\n")]
    [InlineData("> Thanks\n> Ann Bell\n> Tel 402-555-0133\n")]
    [InlineData("From: Ann Bell\nSent: Thursday\nTo: John\n\nThanks\nTel 402-555-0133\n")]
    [InlineData("_____________________\nFrom: Ann Bell\nTel 402-555-0133\n")]
    public void A_phone_in_an_answered_mail_is_not_the_writers(string quoted)
    {
        var foot = Read($"Sure.\n\nJohn Doe\nTel 402-555-0144\n\n{quoted}");

        Assert.Equal("402-555-0144", Assert.Single(foot.Phones).Value);
    }

    [Fact]
    public void An_answer_below_the_quoted_lines_is_still_read()
    {
        var foot = Read("Ann Bell wrote:\n> Tel 402-555-0133\n\nSure.\n\n-- \nJohn Doe\nTel 402-555-0144\n");

        Assert.Equal("402-555-0144", Assert.Single(foot.Phones).Value);
    }

    [Fact]
    public void Name_title_employer_and_own_web_address_are_read_below_the_closing()
    {
        var foot = Read("Hello\n\nRegards,\nJohn A. Doe\nSales Manager\nPrairie Tools, Inc.\nwww.x.example\nhttp://other.example\n");

        Assert.Equal(
            ("John A. Doe", "Sales Manager", "Prairie Tools, Inc.", "www.x.example"),
            (foot.Name?.Value, foot.JobTitle?.Value, foot.Organization?.Value, foot.Url?.Value));
    }

    [Theory]
    [InlineData("332 Springfield Ave Suite 210\nSummit, NJ 07901", "332 Springfield Ave Suite 210, Summit, NJ 07901")]
    [InlineData("1 Main Street, Butte, MT 59701-1234", "1 Main Street, Butte, MT 59701-1234")]
    [InlineData("Hauptstraße 12a\nD-80331 München", "Hauptstraße 12a, D-80331 München")]
    [InlineData("10 High Street\nSuite 4\nLondon SW1A 1AA", "10 High Street, Suite 4, London SW1A 1AA")]
    [InlineData("Sales 2026\nTel 402-555-0144", null)]
    [InlineData("Butte, MT 59701", null)]
    public void A_postal_address_is_read_with_its_street(string lines, string? address)
    {
        Assert.Equal(address, Read($"Hello\n\nRegards,\nJohn Doe\n{lines}\n").Address?.Value);
    }

    private static MailFoot Read(string text) => SignatureReader.Read(text, "John Doe", "john.doe@x.example", region: null);

    private static MailFoot ReadLabelled(string number)
    {
        var sender = File.ReadAllText(Path.Combine(Folder, number + "_sender")).Trim();
        var address = Regex.Match(sender, @"[\w.-]+@[\w.-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var name = sender.Split('<', '[')[0].Trim(' ', '"');
        var text = string.Join('\n', File.ReadLines(Path.Combine(Folder, number + "_body"))
            .Select(line => line.StartsWith("#sig#", StringComparison.Ordinal) ? line[5..] : line));
        return SignatureReader.Read(
            text,
            name == address || name.Length == 0 ? null : name,
            address.Length == 0 ? "unknown@x.example" : address.ToLowerInvariant(),
            "US");
    }
}
