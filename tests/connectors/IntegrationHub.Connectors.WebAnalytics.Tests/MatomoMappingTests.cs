using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.WebAnalytics.Tests.MatomoStub;

namespace IntegrationHub.Connectors.WebAnalytics.Tests;

public sealed class MatomoMappingTests
{
    [Fact]
    public async Task A_user_id_that_is_an_address_becomes_an_email_with_the_visitor_ids_beside_it()
    {
        await using var matomo = await WithRecordedVisitsAsync();

        var person = Assert.Single((await matomo.ReadAsync(Full("people"))).People);

        Assert.Equal("user:carla@cust.example", person.Key);
        Assert.Equal(
            [
                ("email", "carla@cust.example"),
                ("identifier:matomo-visitor", "0add9dd827c84988"),
                ("attribute:country", "Germany"),
                ("attribute:device", "Smartphone"),
                ("attribute:language", "German"),
            ],
            person.Fields.Select(f => (f.Field, f.Value)));
    }

    [Fact]
    public async Task A_user_id_that_is_no_address_becomes_an_identifier()
    {
        await using var matomo = await WithVisitsAsync(1);

        var person = Assert.Single((await matomo.ReadAsync(Full("people"))).People);

        Assert.Contains(person.Fields, f => f is { Field: "identifier:matomo-user", Value: "member-1" });
    }

    [Fact]
    public async Task A_visit_tells_what_was_done_in_it_by_kind_of_action()
    {
        await using var matomo = await WithVisitsAsync(0);
        var visit = MadeUp(1);
        visit["actionDetails"] = new JArray(
            new JObject { ["type"] = "action", ["pageTitle"] = "Basket", ["url"] = "https://shop.example/basket?mail=a" },
            new JObject { ["type"] = "event", ["eventCategory"] = "form", ["eventAction"] = "submit", ["eventName"] = "contact" },
            new JObject { ["type"] = "search", ["siteSearchKeyword"] = "blue shoes" },
            new JObject { ["type"] = "download", ["url"] = "https://shop.example/files/sizes.pdf?mail=a" },
            new JObject { ["type"] = "outlink", ["url"] = "https://maps.example/route?to=a" });
        for (var i = 0; i < 25; i++)
        {
            ((JArray)visit["actionDetails"]!).Add(new JObject { ["type"] = "action", ["url"] = $"https://shop.example/p/{i}?mail=a" });
        }

        matomo.Add(visit);

        var details = Assert.Single((await matomo.ReadAsync(Full("visits"))).Interactions).Details;

        Assert.Equal(
            "form / submit / contact|blue shoes|/files/sizes.pdf|maps.example",
            string.Join('|', new[] { "events", "searches", "downloads", "outlinks" }.Select(kind => Assert.Single(details[kind]!).ToString())));
        Assert.Equal((20, "Basket", "/p/18"), (details["pages"]!.Count(), (string?)details["pages"]![0], (string?)details["pages"]![19]));
    }

    [Fact]
    public async Task Goals_are_conversions_of_their_visit_each_time_they_are_reached()
    {
        await using var matomo = await WithVisitsAsync(0);
        var visit = MadeUp(1);
        var at = visit["lastActionTimestamp"]!.DeepClone();
        var goal = new JObject { ["type"] = "goal", ["goalId"] = 3, ["goalName"] = "Newsletter", ["revenue"] = 2.5, ["timestamp"] = at };
        ((JArray)visit["actionDetails"]!).Add(goal);
        ((JArray)visit["actionDetails"]!).Add(goal.DeepClone());
        ((JArray)visit["actionDetails"]!).Add(new JObject { ["type"] = "goal", ["timestamp"] = at });
        matomo.Add(visit);

        var read = await matomo.ReadAsync(Full("visits"));

        Assert.Equal(["1", "1-goal-3-1", "1-goal-3-2"], read.Interactions.Select(i => i.Key));
        var conversion = read.Interactions.Last();
        Assert.Equal(("conversion", "Newsletter", "user:member-1"), (conversion.Type, conversion.Title, conversion.PersonKey));
        Assert.Equal((2.5m, null), ((decimal)conversion.Details["worth"]!, conversion.Amount));
        Assert.Single(read.Rejections);
    }

    [Fact]
    public async Task An_order_carries_amount_currency_lines_and_person()
    {
        await using var matomo = await WithRecordedVisitsAsync();

        var order = Assert.Single((await matomo.ReadAsync(Full("orders"))).Interactions);

        Assert.Equal(("4711", "order", "online", 59.9m, "EUR"), (order.Key, order.Type, order.Channel!, order.Amount!.Value, order.Currency!));
        Assert.Equal(new InteractionLine("Schuh", 1, 59.9m, "SKU1"), Assert.Single(order.Lines));
        Assert.Equal(("people", "user:carla@cust.example"), (order.PersonStream, order.PersonKey));
        Assert.Equal("Shoes", (string?)order.Details["categories"]![0]);
    }

    // The recorded action says 22:33:33, the wall clock in Berlin; the visit itself says 21:33:33 UTC.
    [Fact]
    public async Task An_orders_time_is_freed_from_the_sites_time_zone()
    {
        await using var matomo = await WithRecordedVisitsAsync();

        var order = Assert.Single((await matomo.ReadAsync(Full("orders"))).Interactions);

        Assert.Equal(new DateTimeOffset(2026, 11, 21, 21, 33, 33, TimeSpan.Zero), order.OccurredAt);
    }

    [Theory]
    [InlineData(1, "00:30:00")]
    [InlineData(-8, "3:30:00 PM")]
    public async Task An_order_amid_a_long_visit_keeps_its_minute_in_any_zone(int zoneHours, string lastActionOnTheSitesClock)
    {
        await using var matomo = await WithVisitsAsync(0);
        var last = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero);
        var ordered = last.AddMinutes(-40);
        var visit = MadeUp(5);
        visit["firstActionTimestamp"] = last.AddHours(-2).ToUnixTimeSeconds();
        visit["lastActionTimestamp"] = last.ToUnixTimeSeconds();
        visit["serverTimePretty"] = lastActionOnTheSitesClock;
        visit["actionDetails"]![0]!["timestamp"] = ordered.AddHours(zoneHours).ToUnixTimeSeconds();
        matomo.Add(visit);

        Assert.Equal(ordered, Assert.Single((await matomo.ReadAsync(Full("orders"))).Interactions).OccurredAt);
    }

    [Fact]
    public async Task Anonymous_visits_keep_their_visitor_id_and_name_nobody()
    {
        await using var matomo = await WithRecordedVisitsAsync();

        var visits = (await matomo.ReadAsync(Full("visits"))).Interactions.ToList();

        Assert.Equal("47 46 18 2 1", string.Join(' ', visits.Select(v => v.Key)));
        Assert.Null(visits[0].PersonKey);
        Assert.Equal("bbbbbbbbbbbbbbbb", (string?)visits[0].Details["visitorId"]);
        Assert.Equal("/b1 /b2", string.Join(' ', visits[0].Details["pages"]!));
        Assert.Equal("user:carla@cust.example", visits[4].PersonKey);
        Assert.Equal("Home", (string?)visits[4].Details["pages"]![0]);
        Assert.Equal("nov", (string?)visits[3].Details["campaign"]!["name"]);
    }

    [Fact]
    public async Task No_message_holds_the_visitors_address_on_the_network()
    {
        await using var matomo = await WithRecordedVisitsAsync();

        var said = string.Join('\n', (await matomo.ReadAsync(Full("people"), Full("visits"), Full("orders"))).All.Select(MessageText.Of));

        Assert.DoesNotContain("192.0.2.7", said, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", said, StringComparison.Ordinal);
    }
}
