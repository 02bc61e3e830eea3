using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Tryton;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Tryton;

/// <summary>The connector against a real Tryton.</summary>
public sealed class TrytonServerTests(TrytonShop shop) : IClassFixture<TrytonShop>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_party_comes_with_its_ways_to_be_reached_its_address_and_its_numbers()
    {
        var id = await shop.AddPartyAsync("Ted Brannigan", "ted.brannigan@mail.example");
        var category = await shop.Server.CreateAsync("party.category", new JObject { ["name"] = "Regulars" });
        await shop.Server.CallAsync("party.party", "write", new JArray(id), new JObject
        {
            ["categories"] = new JArray { new JArray("add", new JArray(category)) },
            ["identifiers"] = TrytonShop.Make(new JObject { ["type"] = null, ["code"] = "M-4711" }),
        });

        var person = Assert.Single((await shop.ReadAsync(Full("people"))).People, p => p.Key == Text(id));

        Assert.Equal(
            "name.full=Ted Brannigan email=ted.brannigan@mail.example phone=+14025550101 address.line1=1 High St address.line2=Apt 2 "
            + $"address.locality=Springfield address.postalCode=68059 address.country=US identifier:tryton-code={id} identifier:tryton-identifier=M-4711 "
            + "attribute:language=en list:tryton-category-Regulars=true",
            string.Join(' ', person.Fields.Select(f => $"{f.Field}={f.Value}")));
        Assert.InRange(person.UpdatedAt!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task A_party_with_a_vat_number_is_a_company()
    {
        var id = await shop.AddPartyAsync("Gemini Knitwear", "office@gemini.example");
        await shop.Server.CreateAsync("party.identifier", new JObject { ["party"] = id, ["type"] = "eu_vat", ["code"] = "BE0897290877" });

        var person = Assert.Single((await shop.ReadAsync(Full("people"))).People, p => p.Key == Text(id));

        Assert.Equal(
            "organization=Gemini Knitwear attribute:vat=BE0897290877 attribute:company=true",
            string.Join(' ', person.Fields.Where(f => f.Field is "organization" or "name.full" or "attribute:vat" or "attribute:company").Select(f => $"{f.Field}={f.Value}")));
    }

    [Fact]
    public async Task A_sale_comes_with_its_lines_and_exact_amounts_and_one_with_a_negative_total_is_a_refund()
    {
        var buyer = await shop.AddPartyAsync("Walter Sample", "walter@home.example");
        var sale = await shop.SellAsync(buyer, 3);
        var goodsBack = await shop.SellAsync(buyer, -1, sale);

        var orders = (await shop.ReadAsync(Full("orders"))).Interactions.Where(o => o.PersonKey == Text(buyer)).ToList();

        Assert.Equal(
            [
                $"order store people/{buyer} 29.97 USD: 3 Argyle socks (SOCK-7) 29.97; location=Warehouse",
                $"refund store people/{buyer} 9.99 USD: 1 Argyle socks (SOCK-7) 9.99; location=Warehouse",
            ],
            orders.Select(PurchaseText.Of));
        Assert.Equal($"{sale} {goodsBack} {sale}", $"{orders[0].Key} {orders[1].Key} {orders[1].Details["order"]}");
        Assert.InRange(orders[0].OccurredAt, TimeProvider.System.GetUtcNow().AddDays(-2), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task What_changes_after_a_full_read_is_read_next_though_the_server_was_restarted_and_what_was_deleted_is_missing_from_a_full_read()
    {
        var same = await shop.AddPartyAsync("Same Sam", "sam@home.example");
        var moved = await shop.AddPartyAsync("Moving Mia", "mia@home.example");
        var archived = await shop.AddPartyAsync("Leaving Lou", "lou@home.example");
        var deleted = await shop.AddPartyAsync("Deleted Dan", "dan@home.example");
        var before = await shop.ReadAsync(Full("people"));

        var address = await shop.PartOfAsync(moved, "addresses");
        await shop.Server.CallAsync("party.address", "write", new JArray(address), new JObject { ["city"] = "Shelbyville" });
        await shop.Server.CallAsync("party.party", "write", new JArray(archived), new JObject { ["active"] = false });
        await shop.Server.CallAsync("party.party", "delete", new JArray(deleted));
        await shop.Server.RestartAsync();
        var since = before.Checkpoints.Last().Cursor!.Value.AddMicroseconds(1);
        var news = (await shop.ReadAsync(new StreamRequest("people", SyncMode.Incremental) { State = before.Checkpoints.Last().State, Since = since })).People.ToList();
        var after = (await shop.ReadAsync(Full("people"))).People.Select(p => p.Key).ToList();

        Assert.Equal([Text(moved), Text(archived)], news.Select(p => p.Key));
        Assert.Contains(news[0].Fields, f => f is { Field: "address.locality", Value: "Shelbyville" });
        Assert.Contains(news[1].Fields, f => f is { Field: "attribute:archived", Value: "true" });
        Assert.Equal(before.People.Select(p => p.Key).Where(k => k != Text(deleted)), after);
        Assert.Contains(Text(same), after);
    }

    [Fact]
    public async Task A_sale_that_is_taken_back_and_cancelled_is_gone()
    {
        var buyer = await shop.AddPartyAsync("Wavering Wanda", "wanda@home.example");
        var sale = await shop.Server.CallAsync("sale.sale", "copy", new JArray(await shop.SellAsync(buyer, 1)), new JObject());
        var before = await shop.ReadAsync(Full("orders"));
        await shop.Server.CallAsync("sale.sale", "cancel", sale.DeepClone());

        var news = await shop.ReadAsync(new StreamRequest("orders", SyncMode.Incremental) { Since = before.Checkpoints.Last().Cursor });

        Assert.DoesNotContain(before.Interactions, o => o.Key == (string?)sale[0]);
        Assert.Contains(news.All.OfType<DeletedRecord>(), d => d.Key == (string?)sale[0]);
    }

    [Fact]
    public async Task A_read_that_died_goes_on_after_a_restart_of_the_server()
    {
        for (var i = 0; i < 3; i++)
        {
            await shop.AddPartyAsync("Fictional " + Text(i), $"fictional-{i}@home.example");
        }

        var whole = await shop.ReadAsync(Full("people"));
        var first = whole.Checkpoints.First();
        await shop.Server.RestartAsync();

        var rest = await shop.ReadAsync(Full("people") with { State = first.State });

        Assert.Equal(whole.People.Select(p => p.Key).Skip(2), rest.People.Select(p => p.Key));
    }

    [Fact]
    public async Task A_user_who_may_not_read_sales_gives_people_alone()
    {
        var settings = shop.Settings;
        settings["login"] = "newcomer";

        var check = await new TrytonConnector().CheckAsync(settings, shop.Context, Token);

        Assert.Equal("Connected; people can be read.", check.Message);
        Assert.Contains("sale.sale", Assert.Single(check.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password", "wrong", "password")]
    [InlineData("login", "nobody", "password")]
    [InlineData("database", "other", "database")]
    public async Task A_wrong_setting_is_named(string setting, string value, string named)
    {
        var settings = shop.Settings;
        settings[setting] = value;

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => new TrytonConnector().CheckAsync(settings, shop.Context, Token));

        Assert.Equal((FailureKind.Configuration, named), (failure.Kind, failure.Setting));
        Assert.DoesNotContain(TrytonShop.Password, failure.ToString(), StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static StreamRequest Full(string stream) => new(stream, SyncMode.Full);
}
