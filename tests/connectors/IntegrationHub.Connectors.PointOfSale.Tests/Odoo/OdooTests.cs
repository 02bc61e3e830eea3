using IntegrationHub.Connectors.PointOfSale.Odoo;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Odoo;

public sealed class OdooTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_real_odoo_17_answered_is_read_whole()
    {
        await using var odoo = await OdooStub.StartRecordedAsync();

        var read = await odoo.ReadAsync(Full("people"), Full("orders"), Full("loyalty"));

        // 42 partners, less one that stands for visitors of the web site.
        Assert.Equal((41, 4, 1), (read.People.Count(p => p.Stream == "people"), read.Interactions.Count(), read.People.Count(p => p.Stream == "loyalty")));
        Assert.Empty(read.Rejections);
        var person = read.People.First(p => p.Key == "20");
        Assert.Equal(
            "name.full=Edwin Hansen email=edwin.hansen58@example.com phone=(943)-352-2555 organization=Gemini Furniture jobTitle=Marketing Manager "
            + "address.line1=317 Fairchild Dr address.locality=Fairfield address.region=California address.postalCode=94535 address.country=US "
            + "attribute:vat=US12345674 attribute:language=en_US",
            string.Join(' ', person.Fields.Select(f => $"{f.Field}={f.Value}")));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 23, 29, 26, TimeSpan.Zero), person.UpdatedAt);
        var order = read.Interactions.First(o => o.Key == "1");
        Assert.Equal((4.81m, "USD", "9", "Shop (not used)"), (order.Amount!.Value, order.Currency!, order.PersonKey!, (string?)order.Details["location"]!));
        Assert.Equal(
            [new InteractionLine("Wall Shelf", 1, 1.98m, "FURN_0009"), new InteractionLine("Small Shelf", 1, 2.83m, "FURN_0008")], order.Lines);
        Assert.Equal(
            "organization=Gemini Furniture email=john.b@tech.info phone=+1 312 349 2324 identifier:loyalty=0440-4b9b-49cc "
            + "attribute:loyaltyProgram=Loyalty Program attribute:loyaltyPoints=99900 list:odoo-Loyalty Program=true",
            string.Join(' ', read.People.Single(p => p.Stream == "loyalty").Fields.Select(f => $"{f.Field}={f.Value}")));
        Assert.Contains(read.People, p => p.Fields.Any(f => f is { Field: "attribute:archived", Value: "true" }));
    }

    [Fact]
    public async Task A_sale_keeps_of_its_card_the_brand_and_last_four_alone_and_a_negative_one_is_a_refund()
    {
        await using var odoo = await OdooStub.StartAsync();
        odoo.AddOrder(1, 10, more: new JObject { ["amount_tax"] = 1.31m, ["tip_amount"] = 2m });
        odoo.AddOrder(2, 20, -9.99m, new JObject { ["refunded_order_ids"] = new JArray(1) });
        odoo.AddOrder(3, 30, 5m, new JObject { ["state"] = "draft" });

        var read = (await odoo.ReadAsync(Full("orders"))).Interactions.ToList();

        Assert.Equal(
            [
                "order store people/7 19.98 USD: 2 Argyle socks (SOCK-7) 19.98; location=Corner shop tax=1.31 tip=2 payments=[{type:Card,brand:VISA,lastFour:4242}]",
                "refund store people/7 9.99 USD: 2 Argyle socks (SOCK-7) 9.99; location=Corner shop payments=[{type:Card,brand:VISA,lastFour:4242}]",
            ],
            read.Select(PurchaseText.Of));
        Assert.All(["W SAMPLE", "tx-secret"], hidden => Assert.DoesNotContain(hidden, MessageText.Of(read[0]), StringComparison.Ordinal));
        Assert.Equal("1", (string?)read[1].Details["order"]);
    }

    [Fact]
    public async Task The_code_of_a_gift_card_is_not_kept()
    {
        await using var odoo = await OdooStub.StartAsync();
        odoo.Add("loyalty.card", 1, 1, new JObject { ["partner_id"] = new JArray(7, "x"), ["program_type"] = "gift_card", ["code"] = "0449-gift", ["points"] = 50m });

        Assert.DoesNotContain("0449-gift", MessageText.Of(Assert.Single((await odoo.ReadAsync(Full("loyalty"))).All, m => m is PersonRecord)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people")]
    [InlineData("orders")]
    [InlineData("loyalty")]
    public async Task Resumed_after_any_message_nothing_is_lost_though_a_second_holds_more_than_a_page(string stream)
    {
        await using var odoo = await OdooStub.StartAsync();
        for (var i = 1; i <= 14; i++)
        {
            // Within a second, the later ones have the lower ids.
            var changed = (i / 7) + (0.05 * (15 - i));
            odoo.Add("res.partner", i, changed, new JObject { ["is_blacklisted"] = i % 4 == 0 });
            odoo.AddOrder(i, changed);
            odoo.Add("loyalty.card", i, changed, new JObject { ["partner_id"] = new JArray(i, "x") });
        }

        var request = new ReadRequest([Full(stream)], new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        var whole = await odoo.ReadAsync(Full(stream));
        var report = await ResumeCheck.RunAsync(() => new OdooConnector(), odoo.Settings, request, odoo.Context, cancellationToken: Token);

        Assert.Equal(14, whole.People.Count() + whole.Interactions.Count());
        Assert.Equal(report.Messages - 1, report.Cuts);
    }

    [Fact]
    public async Task A_missing_app_leaves_its_streams_out_and_the_check_says_so()
    {
        await using var odoo = await OdooStub.StartAsync();
        odoo.Remove("loyalty.card");

        var streams = await new OdooConnector().DiscoverAsync(odoo.Settings, odoo.Context, Token);
        var check = await new OdooConnector().CheckAsync(odoo.Settings, odoo.Context, Token);

        Assert.Equal("people orders", string.Join(' ', streams.Select(s => s.Name)));
        Assert.Contains("loyalty.card", Assert.Single(check.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password", "wrong", "password")]
    [InlineData("login", "nobody@example.com", "password")]
    [InlineData("database", "other", "database")]
    public async Task A_wrong_setting_is_named(string setting, string value, string named)
    {
        await using var odoo = await OdooStub.StartAsync();
        var settings = odoo.Settings;
        settings[setting] = value;

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => new OdooConnector().CheckAsync(settings, odoo.Context, Token));

        Assert.Equal((FailureKind.Configuration, named), (failure.Kind, failure.Setting));
    }

    [Theory]
    [InlineData("odoo.exceptions.AccessError", FailureKind.Configuration)]
    [InlineData("psycopg2.errors.SerializationFailure", FailureKind.Transient)]
    [InlineData("builtins.ValueError", FailureKind.Defect)]
    public async Task An_error_with_status_200_is_sorted_by_its_name_and_repeats_nothing_of_it(string name, FailureKind kind)
    {
        await using var odoo = await OdooStub.StartAsync();
        var settings = odoo.Settings;
        odoo.Server.Intercept((request, route, _) => request.Body.Contains("search_read", StringComparison.Ordinal) ? Task.FromResult(StubResponse.Json(OdooStub.Error(name))) : route());
        var clock = new ManualClock(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        var reading = Assert.ThrowsAsync<ConnectorException>(() => MessageCollector.ReadAsync(
            new OdooConnector(), settings, new ReadRequest([Full("loyalty")], clock.GetUtcNow()), new ConnectorContext { SourceName = "odoo", Clock = clock }, cancellationToken: Token));
        while (kind == FailureKind.Transient && !reading.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(1)); // Also past the time-out of an attempt, which is Transient too: elsewhere the clock stands still.
            await Task.Delay(1, Token);
        }

        var failure = await reading.WaitAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Equal(kind, failure.Kind);
        Assert.All(["jane.doe", OdooStub.Password], hidden => Assert.DoesNotContain(hidden, failure.ToString(), StringComparison.Ordinal));
    }

    private static StreamRequest Full(string stream) => new(stream, SyncMode.Full);
}
