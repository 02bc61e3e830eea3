using IntegrationHub.Connectors.PointOfSale.Square;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.PointOfSale.Tests.Square.SquareStub;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

public sealed class SquareMappingTests
{
    [Theory]
    [InlineData("USD", 1998, "19.98")]
    [InlineData("EUR", -5, "-0.05")]
    [InlineData("JPY", 1500, "1500")]
    [InlineData("KWD", 12345, "12.345")]
    [InlineData("CLF", 10001, "1.0001")]
    [InlineData("BTC", 1, "0.00000001")]
    public void Minor_units_become_amounts_by_the_currencys_exponent(string currency, long units, string amount) =>
        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), SquareMoney.Amount(Money(units, currency)));

    [Fact]
    public async Task A_customer_becomes_a_person()
    {
        await using var square = await StartAsync();
        square.AddCustomer("C1", 1, 2, JObject.Parse("""
            {"given_name":"Walter","family_name":"Sample","email_address":"walter@shop.example","phone_number":"+14025550123",
             "company_name":"Sample Ltd","reference_id":"R-7","note":"likes argyle","birthday":"0000-09-21","group_ids":["G2","G1"],
             "segment_ids":["S1"],"version":4,
             "address":{"address_line_1":"12 Fictional St","address_line_2":"Apt 4","address_line_3":"Back","locality":"Omaha",
                        "administrative_district_level_1":"NE","postal_code":"68102","country":"US"}}
            """));
        square.AddCustomer("C2", 3, 3, new JObject { ["birthday"] = "1971-04-30" });

        var people = (await square.ReadAsync(Full("people"))).People.ToList();

        Assert.Equal(
            "name.given=Walter name.family=Sample email=walter@shop.example phone=+14025550123 organization=Sample Ltd "
            + "identifier:square-reference=R-7 attribute:note=likes argyle attribute:birthday=09-21 address.line1=12 Fictional St "
            + "address.line2=Apt 4, Back address.locality=Omaha address.region=NE address.postalCode=68102 address.country=US "
            + "list:square-group-G1=true list:square-group-G2=true list:square-segment-S1=true",
            string.Join(' ', people[0].Fields.Select(f => $"{f.Field}={f.Value}")));
        Assert.Equal(SourceTime.Read(At(2)), people[0].UpdatedAt);
        Assert.Contains(people[1].Fields, f => f is { Field: "birthDate", Value: "1971-04-30" });
    }

    [Fact]
    public async Task Only_an_unsubscription_is_a_consent()
    {
        await using var square = await StartAsync();
        square.AddCustomer("C1", 1, 5, JObject.Parse("""{"preferences":{"email_unsubscribed":true}}"""));
        square.AddCustomer("C2", 2, 5, JObject.Parse("""{"preferences":{"email_unsubscribed":false}}"""));

        var consent = Assert.Single((await square.ReadAsync(Full("people"))).Consents);

        Assert.Equal(("C1", "email", "marketing", ConsentStatus.Withdrawn), (consent.PersonKey, consent.Channel, consent.Purpose, consent.Status));
        Assert.Equal(SourceTime.Read(At(5)), consent.GivenAt);
    }

    [Fact]
    public async Task An_order_keeps_of_its_card_the_brand_and_last_four_alone()
    {
        await using var square = await StartAsync();
        square.AddOrder("O1", 10, JObject.Parse("""
            {"customer_id":"C1","line_items":[{"name":"Khakis","variation_name":"Waist 38","quantity":"1.5","catalog_object_id":"V1",
               "total_money":{"amount":4500,"currency":"USD"}}],
             "tenders":[{"type":"CARD","customer_id":"C1","card_details":{"card":{"card_brand":"VISA","last_4":"4242","exp_month":11,
               "fingerprint":"sq-1-secretprint","cardholder_name":"W SAMPLE","bin":"411111"}}},{"type":"CASH"}],
             "total_tax_money":{"amount":131,"currency":"USD"},"total_discount_money":{"amount":500,"currency":"USD"},"total_tip_money":{"amount":200,"currency":"USD"}}
            """));

        var read = await square.ReadAsync(Full("orders"));

        var order = Assert.Single(read.Interactions);
        Assert.Equal(
            "order store people/C1 19.98 USD: 1.5 Khakis, Waist 38 (V1) 45; location=Shop L1 tax=1.31 discount=5 tip=2 "
            + "payments=[{type:CARD,brand:VISA,lastFour:4242},{type:CASH}]",
            PurchaseText.Of(order));
        var said = MessageText.Of(order);
        Assert.All(["secretprint", "W SAMPLE", "411111", "exp_month"], hidden => Assert.DoesNotContain(hidden, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"source":{"name":"Square Online"}}""", "online")]
    [InlineData("""{"fulfillments":[{"type":"SHIPMENT"}]}""", "online")]
    [InlineData("""{"fulfillments":[{"type":"PICKUP"}],"source":{"name":"Square Point of Sale"}}""", "store")]
    public async Task The_channel_is_told_by_fulfilment_and_source(string more, string channel)
    {
        await using var square = await StartAsync();
        square.AddOrder("O1", 10, JObject.Parse(more));

        Assert.Equal(channel, Assert.Single((await square.ReadAsync(Full("orders"))).Interactions).Channel);
    }

    [Fact]
    public async Task A_return_is_a_refund_and_no_order()
    {
        await using var square = await StartAsync();
        square.AddOrder("O9", 10, JObject.Parse("""
            {"line_items":[],"customer_id":"C1","returns":[{"source_order_id":"O1","return_line_items":[{"name":"Shirt","quantity":"1"}]}],
             "refunds":[{"id":"R1","status":"APPROVED","created_at":"2026-01-02T00:00:00Z","amount_money":{"amount":1500,"currency":"JPY"}},
                        {"id":"R2","status":"FAILED","amount_money":{"amount":1,"currency":"JPY"}}]}
            """));

        var refund = Assert.Single((await square.ReadAsync(Full("orders"))).Interactions);

        Assert.Equal(("refund:R1", "refund", 1500m, "JPY", "C1"), (refund.Key, refund.Type, refund.Amount!.Value, refund.Currency!, refund.PersonKey!));
        Assert.Equal("O1", (string?)refund.Details["order"]);
        Assert.Equal("Shirt", Assert.Single(refund.Lines).Name);
    }

    [Fact]
    public async Task A_loyalty_account_brings_the_name_of_its_customer_and_an_event_its_account()
    {
        await using var square = await StartAsync();
        square.AddCustomer("C1", 1, 2);
        square.AddLoyaltyAccount("A1", "C1");
        square.AddLoyaltyEvent("E1", "A1", 7, JObject.Parse("""{"type":"ACCUMULATE_POINTS","accumulate_points":{"points":12,"order_id":"O1"}}"""));
        square.AddLoyaltyEvent("E2", "A1", 8, JObject.Parse("""{"type":"OTHER","other_event":{"points":-3}}"""));

        var read = await square.ReadAsync(Full("loyalty"), Full("loyalty-events"));

        Assert.Equal(
            "name.given=Fictional phone=+14025550123 attribute:loyaltyPoints=90 attribute:loyaltyPointsLifetime=120 list:square-loyalty=true",
            string.Join(' ', Assert.Single(read.People).Fields.Select(f => $"{f.Field}={f.Value}")));
        Assert.Equal(
            ["Loyalty (-3 points) loyalty/A1", "Points earned (12 points) loyalty/A1"],
            read.Interactions.Select(i => $"{i.Title} {i.PersonStream}/{i.PersonKey}"));
        Assert.Equal("O1", (string?)read.Interactions.Last().Details["order"]);
    }

    [Fact]
    public async Task An_order_without_a_time_is_set_aside_and_the_rest_goes_on()
    {
        await using var square = await StartAsync();
        square.AddOrder("O1", 10).Remove("created_at");
        square.AddOrder("O2", 11);

        var read = await square.ReadAsync(Full("orders"));

        Assert.Single(read.Rejections);
        Assert.Equal("O2", Assert.Single(read.Interactions).Key);
    }
}
