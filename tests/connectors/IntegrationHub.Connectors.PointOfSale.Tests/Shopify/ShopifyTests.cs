using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Shopify;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Shopify;

public sealed class ShopifyTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_becomes_a_person_with_a_consent_for_each_channel_chosen_about()
    {
        await using var shop = await ShopifyStub.StartAsync();
        shop.AddCustomer("7", 9, JObject.Parse("""
            {"firstName":"Walter","lastName":"Sample","locale":"en-US","note":"likes argyle","tags":["vip","argyle"],"state":"ENABLED",
             "defaultEmailAddress":{"emailAddress":"walter@shop.example","marketingState":"SUBSCRIBED","marketingUpdatedAt":"2026-01-01T00:05:00Z","marketingOptInLevel":"CONFIRMED_OPT_IN"},
             "defaultPhoneNumber":{"phoneNumber":"+14025550123","smsMarketingConsent":{"state":"UNSUBSCRIBED","updatedAt":"2026-01-01T00:06:00Z","collectedFrom":"SHOPIFY"},
                                   "whatsAppMarketingConsent":{"state":"NEVER_SUBSCRIBED"}},
             "defaultAddress":{"address1":"12 Fictional St","city":"Omaha","provinceCode":"NE","zip":"68102","countryCodeV2":"US","company":"Sample Ltd"}}
            """));

        var read = await shop.ReadAsync(TimeProvider.System, Full("people"));

        Assert.Equal(
            "name.given=Walter name.family=Sample email=walter@shop.example phone=+14025550123 attribute:language=en-US attribute:note=likes argyle "
            + "attribute:accountState=enabled attribute:customerSince=2026-01-01T00:00:00Z address.line1=12 Fictional St address.locality=Omaha address.region=NE "
            + "address.postalCode=68102 address.country=US organization=Sample Ltd list:shopify-tag-argyle=true list:shopify-tag-vip=true",
            string.Join(' ', Assert.Single(read.People).Fields.Select(f => $"{f.Field}={f.Value}")));
        Assert.Equal(
            ["email Granted 00:05 CONFIRMED_OPT_IN", "sms Withdrawn 00:06 SHOPIFY"],
            read.Consents.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Channel} {c.Status} {c.GivenAt:HH:mm} {c.Proof}")));
    }

    [Fact]
    public async Task An_order_keeps_of_its_card_the_brand_and_last_four_alone_and_brings_lines_and_refunds_that_came_not_with_it()
    {
        await using var shop = await ShopifyStub.StartAsync();
        var order = shop.AddOrder("1", 10, new JObject
        {
            ["sourceName"] = "pos",
            ["retailLocation"] = new JObject { ["name"] = "Corner shop" },
            ["totalTaxSet"] = ShopifyStub.Money("1.31"),
            ["totalDiscountsSet"] = ShopifyStub.Money("5.00"),
            ["totalTipReceivedSet"] = ShopifyStub.Money("2.00"),
            ["transactions"] = JArray.Parse("""
                [{"kind":"AUTHORIZATION","status":"SUCCESS","gateway":"shopify_payments"},
                 {"kind":"SALE","status":"SUCCESS","gateway":"shopify_payments","paymentDetails":{"company":"Visa","number":"•••• •••• •••• 4242","bin":"411111","name":"W SAMPLE"}}]
                """),
            ["lineItems"] = ShopifyStub.Connection([ShopifyStub.Line("Argyle socks")], hasNext: true, end: "1"),
        });
        for (var i = 1; i <= 11; i++)
        {
            shop.AddRefund(order, $"{100 + i}");
        }

        var read = (await shop.ReadAsync(TimeProvider.System, Full("orders"))).Interactions.ToList();

        Assert.Equal(
            "order store people/c1 19.98 USD: 2 Argyle socks (SOCK-7) 19.98, 2 Khakis (SOCK-7) 19.98; location=Corner shop tax=1.31 discount=5.00 tip=2.00 "
            + "payments=[{type:shopify_payments,brand:Visa,lastFour:4242}]",
            PurchaseText.Of(read[0]));
        Assert.All(["411111", "W SAMPLE"], hidden => Assert.DoesNotContain(hidden, MessageText.Of(read[0]), StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(101, 11).Select(i => $"refund:{i}"), read.Skip(1).Select(r => r.Key));
        Assert.Equal("refund store people/c1 9.99 USD: 1 Argyle socks (SOCK-7) 9.99; location=Corner shop", PurchaseText.Of(read[1]));
    }

    [Fact]
    public async Task An_order_of_the_web_shop_is_online_and_has_no_location()
    {
        await using var shop = await ShopifyStub.StartAsync();
        shop.AddOrder("1", 10);

        Assert.Equal(
            "order online people/c1 19.98 USD: 2 Argyle socks (SOCK-7) 19.98; ",
            PurchaseText.Of(Assert.Single((await shop.ReadAsync(TimeProvider.System, Full("orders"))).Interactions)));
    }

    [Fact]
    public async Task A_cancelled_order_is_no_order_and_one_of_the_test_gateway_is_nothing()
    {
        await using var shop = await ShopifyStub.StartAsync();
        shop.AddOrder("1", 10, new JObject { ["cancelledAt"] = ShopifyStub.At(9) });
        shop.AddOrder("2", 11, new JObject { ["test"] = true });

        Assert.Equal("order-cancelled", Assert.Single((await shop.ReadAsync(TimeProvider.System, Full("orders"))).Interactions).Type);
    }

    [Fact]
    public async Task A_spent_budget_is_waited_for()
    {
        await using var shop = await ShopifyStub.StartAsync();
        shop.AddCustomer("7", 9);
        shop.Throttled = 2;
        var clock = new ManualClock(Now);

        var reading = shop.ReadAsync(clock, Full("people"));
        while (!reading.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, Token);
        }

        Assert.Equal("7", Assert.Single((await reading).People).Key);
        Assert.Equal(3, shop.Server.Requests.Count);
    }

    [Fact]
    public async Task The_next_read_starts_at_the_newest_change_and_includes_it()
    {
        await using var shop = await ShopifyStub.StartAsync();
        shop.AddCustomer("1", 10);
        shop.AddCustomer("2", 20);
        shop.AddCustomer("3", 20);
        var last = (await shop.ReadAsync(TimeProvider.System, Full("people"))).Checkpoints.Last();
        shop.AddCustomer("4", 30);

        var read = await shop.ReadAsync(TimeProvider.System, new StreamRequest("people", SyncMode.Incremental) { State = last.State, Since = last.Cursor });

        Assert.Equal("2 3 4", string.Join(' ', read.People.Select(p => p.Key)));
    }

    [Theory]
    [InlineData("people")]
    [InlineData("orders")]
    public async Task Resumed_after_any_message_nothing_is_lost_though_a_time_holds_more_than_a_page(string stream)
    {
        await using var shop = await ShopifyStub.StartAsync();
        for (var i = 1; i <= 14; i++)
        {
            shop.AddCustomer($"{i}", i / 5);
            shop.AddOrder($"{i}", 1 + (i / 5));
        }

        var report = await ResumeCheck.RunAsync(
            () => new ShopifyConnector(), shop.Settings, new ReadRequest([Full(stream)], Now), new ConnectorContext { SourceName = "shop" }, cancellationToken: Token);

        Assert.Equal(report.Messages - 1, report.Cuts);
    }

    [Theory]
    [InlineData("ACCESS_DENIED", FailureKind.Configuration, "accessToken")]
    [InlineData("MAX_COST_EXCEEDED", FailureKind.Configuration, "ordersPerPage")]
    [InlineData("undefinedField", FailureKind.Defect, null)]
    public async Task An_error_with_status_200_is_sorted_by_its_code_and_repeats_nothing_of_it(string code, FailureKind kind, string? setting)
    {
        await using var shop = await ShopifyStub.StartAsync();
        shop.Server.On("POST", ShopifyStub.Path, _ => ShopifyStub.Error(code));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => shop.ReadAsync(TimeProvider.System, Full("orders")));

        Assert.Equal((kind, setting), (failure.Kind, failure.Setting));
        Assert.DoesNotContain("jane.doe", failure.ToString(), StringComparison.Ordinal);
    }

    private static StreamRequest Full(string stream) => new(stream, SyncMode.Full);
}
