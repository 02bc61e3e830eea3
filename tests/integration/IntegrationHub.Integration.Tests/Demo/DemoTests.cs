using System.Text;
using System.Text.Json;

namespace IntegrationHub.Integration.Tests.Demo;

/// <summary>The scenario of the demo shop, as the command shows it.</summary>
public sealed class DemoTests(DemoRuns runs, ITestOutputHelper output) : IClassFixture<DemoRuns>
{
    private static readonly string[] CardForms = ["4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111"];

    private JsonElement Ted => runs.First.GetProperty("customer");

    [Fact]
    public void The_man_from_Omaha_is_one_customer_with_records_of_all_five_sources()
    {
        var records = Texts(Ted.GetProperty("records"));

        Assert.Equal(["cards", "list", "mail", "till", "web"], records.Select(r => r.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(7, records.Count);
        Assert.Contains("web/people/user:ted.brannigan@mail.example", records);
        Assert.Contains("mail/people/tjbrannigan@prairiepost.example", records);
    }

    [Fact]
    public void His_timeline_holds_ten_purchases_all_by_Visa_and_two_mails_to_the_shop()
    {
        var summary = Ted.GetProperty("summary");

        Assert.Equal(3, summary.GetProperty("purchasesOnline").GetInt32());
        Assert.Equal(7, summary.GetProperty("purchasesInStore").GetInt32());
        Assert.Equal(["VISA"], Texts(summary.GetProperty("paidBy")));
        Assert.Equal(2, summary.GetProperty("mailsIn").GetInt32());
    }

    [Fact]
    public void His_golden_record_knows_what_he_wears_and_how_he_lives_and_where_from()
    {
        var values = Ted.GetProperty("values").EnumerateArray().ToLookup(v => v.GetProperty("field").GetString()!);
        string Only(string field) => Assert.Single(values[field]).GetProperty("text").GetString()!;

        Assert.Equal("38", Only("attribute:waist"));
        Assert.Equal("11", Only("attribute:shoeSize"));
        Assert.Equal("button-down shirts, khakis, argyle socks", Only("attribute:prefers"));
        Assert.Equal("single", Only("attribute:maritalStatus"));
        Assert.Equal("condo", Only("attribute:dwelling"));
        Assert.Equal("owner", Only("attribute:homeOwner"));
        Assert.Equal("1979-08-23", Only("birthDate"));
        Assert.All(values.SelectMany(v => v), v => Assert.NotEmpty(Texts(v.GetProperty("from"))));
    }

    [Fact]
    public void He_has_agreed_to_mails()
    {
        var consent = Assert.Single(Ted.GetProperty("consents").EnumerateArray());

        Assert.Equal("email/marketing", consent.GetProperty("purpose").GetString());
        Assert.Equal("granted", consent.GetProperty("status").GetString());
    }

    [Fact]
    public void His_father_of_the_same_name_next_door_is_another_customer()
    {
        var father = runs.First.GetProperty("namesake");

        Assert.NotEqual(Ted.GetProperty("id").GetGuid(), father.GetProperty("id").GetGuid());
        Assert.Equal(["list", "mail", "till"], Texts(father.GetProperty("records")).Select(r => r.Split('/')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Broken_rows_are_set_aside_and_each_says_why()
    {
        var funnel = runs.First.GetProperty("funnel");
        var reasons = funnel.GetProperty("reasons").EnumerateArray().ToList();

        Assert.Equal(10, funnel.GetProperty("quarantined").GetInt64());
        Assert.Equal(10, reasons.Sum(r => r.GetProperty("count").GetInt64()));
        Assert.All(reasons, r => Assert.NotEqual(string.Empty, r.GetProperty("text").GetString()));
    }

    [Fact]
    public void The_customers_are_nearly_who_the_people_are()
    {
        var accuracy = runs.First.GetProperty("accuracy");
        output.WriteLine(accuracy.GetRawText());

        Assert.InRange(accuracy.GetProperty("precision").GetDouble(), .93, 1);
        Assert.InRange(accuracy.GetProperty("recall").GetDouble(), .92, 1);
    }

    [Fact]
    public void No_file_of_the_data_folder_holds_a_card_number()
    {
        foreach (var file in Directory.EnumerateFiles(runs.DataFolder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.All(CardForms, card => Assert.True(
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(card)) < 0, $"{Path.GetFileName(file)} holds a card number."));
        }
    }

    [Fact]
    public void Starting_over_gives_the_same_funnel() =>
        Assert.Equal(runs.First.GetProperty("funnel").GetRawText(), runs.Second.GetProperty("funnel").GetRawText());

    [Fact]
    public async Task A_folder_with_a_demo_in_it_is_left_alone_unless_told()
    {
        var again = await runs.RunAsync("demo");

        Assert.Equal(2, again.Exit);
        Assert.Contains("--fresh", again.Error, StringComparison.Ordinal);
    }

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
