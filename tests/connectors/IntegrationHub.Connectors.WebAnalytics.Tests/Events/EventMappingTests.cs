using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.WebAnalytics.Tests.Events.EventsBench;

namespace IntegrationHub.Connectors.WebAnalytics.Tests.Events;

public sealed class EventMappingTests
{
    [Fact]
    public async Task Traits_become_fields_by_their_meaning_and_the_rest_attributes()
    {
        var messages = await CallAsync("identify", """
            {"userId":"cust-1","anonymousId":"anon-1","timestamp":"2026-11-21T23:26:01Z","traits":{"first_name":"Ada","lastName":"Byron","name":"Ada Byron",
             "birthday":"1985-12-10","title":"Countess","company":{"name":"Engines Ltd","employees":3},"address":{"street":"1 Mill St","city":"Omaha",
             "state":"NE","postalCode":"68102","country":"US"},"plan":"gold","logins":7,"vip":true,"tags":["a"],"newsletter":"yes"}}
            """, ("consentTraits", new JArray("newsletter=email/marketing")));

        var person = messages.OfType<PersonRecord>().First();
        Assert.Equal(("user:cust-1", Said), (person.Key, person.UpdatedAt));
        Assert.Equal(
            [
                ("identifier:user", "cust-1"),
                ("identifier:anonymous-visitor", "anon-1"),
                ("name.given", "Ada"),
                ("name.family", "Byron"),
                ("birthDate", "1985-12-10"),
                ("jobTitle", "Countess"),
                ("organization", "Engines Ltd"),
                ("address.line1", "1 Mill St"),
                ("address.locality", "Omaha"),
                ("address.region", "NE"),
                ("address.postalCode", "68102"),
                ("address.country", "US"),
                ("attribute:plan", "gold"),
                ("attribute:logins", "7"),
                ("attribute:vip", "true"),
                ("consent:email/marketing", "true"),
            ],
            Fields(person));
    }

    [Fact]
    public async Task An_order_keeps_lines_shares_and_the_shops_number()
    {
        var messages = await CallAsync("track", """
            {"userId":"cust-1","event":"Order Completed","messageId":"m-1","timestamp":"2026-11-21T23:26:01Z","properties":{"order_id":"A-17","total":27.5,
             "revenue":25,"shipping":3.0,"tax":2.0,"discount":2.5,"currency":"usd","coupon":"hasbros","products":[
             {"product_id":"507f","sku":"45790-32","name":"Monopoly","price":19,"quantity":1},{"sku":"46493-32","price":"4","quantity":2}]}}
            """);

        var order = Assert.Single(messages.OfType<InteractionRecord>());
        Assert.Equal(("orders", "A-17", "order", 27.5m, "USD"), (order.Stream, order.Key, order.Type, order.Amount, order.Currency));
        Assert.Equal([new("Monopoly", 1, 19, "45790-32"), new InteractionLine("46493-32", 2, 8, "46493-32")], order.Lines);
        Assert.Equal("""{"properties":{"coupon":"hasbros"},"shipping":3.0,"tax":2.0,"discount":2.5,"orderId":"A-17"}""", order.Details.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task What_a_visitor_does_names_the_visitor_and_makes_no_person_until_somebody_is_identified()
    {
        var seen = await CallAsync("page", """{"anonymousId":"anon-1","name":"Home","properties":{"url":"https://shop.example/a?email=x@y.example"}}""");
        var known = await CallAsync("track", """{"userId":"cust-1","anonymousId":"anon-1","event":"Seen"}""");

        var visit = Assert.IsType<InteractionRecord>(Assert.Single(seen));
        Assert.Equal(("people", "visitor:anon-1"), (visit.PersonStream, visit.PersonKey));
        Assert.Equal("https://shop.example/a", (string?)visit.Details["url"]);
        Assert.Equal(["user:cust-1", "visitor:anon-1"], known.OfType<PersonRecord>().Select(p => p.Key));
    }

    [Fact]
    public async Task A_stated_consent_goes_with_the_person_and_an_address_only_when_the_admin_wants_it()
    {
        const string Call = """{"userId":"cust-1","event":"Seen","context":{"ip":"192.0.2.7","consent":{"categoryPreferences":{"Advertising":false,"Analytics":true}}}}""";

        var usual = await CallAsync("track", Call);
        var kept = await CallAsync("track", Call, ("keepIp", true));

        Assert.Equal(
            [("identifier:user", "cust-1"), ("consent:web/Advertising", "false"), ("consent:web/Analytics", "true")],
            Fields(Assert.Single(usual.OfType<PersonRecord>())));
        Assert.DoesNotContain("192.0.2.7", string.Concat(usual.Select(MessageText.Of)), StringComparison.Ordinal);
        Assert.Equal("192.0.2.7", (string?)Assert.Single(kept.OfType<InteractionRecord>()).Details["ip"]);
    }

    [Theory]
    [InlineData("2026-11-21T23:26:01Z", "2026-11-21T23:26:01.5Z", "2026-11-21T23:26:01Z")] // a clock that is right: the sender's time stays
    [InlineData("2026-11-21T20:20:00Z", "2026-11-21T20:26:01Z", "2026-11-21T23:20:00Z")] // three hours slow
    [InlineData("2026-11-22T01:20:00Z", "2026-11-22T01:26:01Z", "2026-11-21T23:20:00Z")] // two hours fast
    [InlineData("2031-01-01T00:00:00Z", null, "2026-11-21T23:26:02Z")] // the future, and no word on when it was sent
    [InlineData("nonsense", "2026-11-21T23:26:02Z", "2026-11-21T23:26:02Z")]
    public async Task A_wrong_clock_is_put_right_by_the_time_of_sending(string time, string? sentAt, string expected)
    {
        var call = new JObject { ["userId"] = "cust-1", ["event"] = "Seen", ["originalTimestamp"] = time, ["sentAt"] = sentAt };

        var messages = await CallAsync("track", call.ToString());

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(messages.OfType<InteractionRecord>()).OccurredAt);
    }

    [Fact]
    public async Task The_same_message_sent_again_later_gives_the_same_records()
    {
        var first = Captured("/v1/batch", "analytics-node-next");
        var body = System.Text.Encoding.UTF8.GetString(first.Body.Span).Replace("\"sentAt\":\"2026-11-21T23:26:01", "\"sentAt\":\"2026-11-21T23:26:41", StringComparison.Ordinal);
        var again = new Sdk.ReceivedRequest
        {
            Method = first.Method,
            Path = first.Path,
            Headers = first.Headers,
            ReceivedAt = Received.AddSeconds(40),
            Body = System.Text.Encoding.UTF8.GetBytes(body),
        };

        var (one, two) = (await SendAsync(first, ("writeKey", "WK_SEGMENT")), await SendAsync(again, ("writeKey", "WK_SEGMENT")));

        Assert.Equal(one.Messages.Select(MessageText.Of), two.Messages.Select(MessageText.Of));
    }

    [Fact]
    public async Task Posthogs_own_events_give_pages_persons_and_aliases_and_its_measurements_nothing()
    {
        var result = await SendAsync(Post("/i/v0/e/", """
            {"api_key":"WK_TEST","batch":[
             {"event":"$pageview","uuid":"p-1","distinct_id":"0190-dev","properties":{"$is_identified":false,"$current_url":"https://shop.example/a?x=1","title":"A"}},
             {"event":"$identify","uuid":"p-2","distinct_id":"cust-1","properties":{"$anon_distinct_id":"0190-dev","$set":{"email":"ada@cust.example"}}},
             {"event":"$create_alias","uuid":"p-3","distinct_id":"cust-1","properties":{"alias":"legacy-9"}},
             {"event":"$autocapture","uuid":"p-4","distinct_id":"cust-1","properties":{}}]}
            """));

        Assert.Equal(200, result.StatusCode);
        var visit = Assert.Single(result.Messages.OfType<InteractionRecord>());
        Assert.Equal(("p-1", "visit", "visitor:0190-dev", "https://shop.example/a"), (visit.Key, visit.Type, visit.PersonKey, (string?)visit.Details["url"]));
        Assert.Equal(
            ["user:cust-1", "visitor:0190-dev", "user:cust-1", "visitor:legacy-9"], result.Messages.OfType<PersonRecord>().Select(p => p.Key));
    }

    [Fact]
    public async Task A_matomo_order_keeps_its_lines_and_a_bulk_call_tells_what_was_wrong()
    {
        var result = await SendAsync(Post("/matomo.php", """
            {"token_auth":"WK_TEST","requests":[
             "?idsite=1&rec=1&uid=cust-1&rand=1&idgoal=0&ec_id=O-5&revenue=20.5&ec_tx=1.5&ec_items=%5B%5B%22sku-1%22%2C%22Mug%22%2C%22Kitchen%22%2C10.25%2C2%5D%5D",
             "?idsite=1&rec=1&uid=cust-1&rand=2&e_c=Video&e_a=Play","?idsite=1&rec=1"]}
            """));

        Assert.Equal("""{"status":"success","tracked":2,"invalid":1}""", result.Body);
        var interactions = result.Messages.OfType<InteractionRecord>().ToList();
        Assert.Equal(("O-5", 20.5m), (interactions[0].Key, interactions[0].Amount));
        Assert.Equal(new InteractionLine("Mug", 2, 20.5m, "sku-1"), Assert.Single(interactions[0].Lines));
        Assert.Equal("Video: Play", interactions[1].Title);
        Assert.Single(result.Messages.OfType<RejectedRecord>());
    }

    [Fact]
    public async Task An_id_that_could_pass_for_a_card_number_becomes_a_key_that_cannot()
    {
        var messages = await CallAsync("track", """{"userId":"cust-1","event":"Seen","messageId":"4111-1111-1111-1111"}""");

        Assert.Matches("^[a-p]{32}$", Assert.Single(messages.OfType<InteractionRecord>()).Key);
    }
}
