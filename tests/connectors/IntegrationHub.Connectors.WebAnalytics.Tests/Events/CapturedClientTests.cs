using IntegrationHub.Sdk.Messages;
using static IntegrationHub.Connectors.WebAnalytics.Tests.Events.EventsBench;

namespace IntegrationHub.Connectors.WebAnalytics.Tests.Events;

/// <summary>What the official clients sent is understood as they meant it.</summary>
public sealed class CapturedClientTests
{
    [Fact]
    public async Task A_segment_batch_gives_person_order_visits_organization_and_link()
    {
        var result = await SendAsync(Captured("/v1/batch", "analytics-node-next"), ("writeKey", "WK_SEGMENT"));

        Assert.Equal((200, """{"success":true}"""), (result.StatusCode, result.Body));
        var people = result.Messages.OfType<PersonRecord>().ToList();
        Assert.Equal(
            [
                ("identifier:user", "u1"),
                ("email", "carla@cust.example"),
                ("name.given", "Carla"),
                ("name.family", "Customer"),
                ("phone", "+49301234567"),
                ("organization", "Customer GmbH"),
            ],
            Fields(people[0]));
        Assert.All(people, p => Assert.True(p.IsPartial));
        Assert.Equal(["user:u1", "user:u1", "user:u1", "user:u1", "visitor:anon-1", "user:u1"], people.Select(p => p.Key));
        Assert.Equal([("identifier:anonymous-visitor", "anon-1"), ("identifier:user", "u1")], Fields(people[4]));
        var order = Assert.Single(result.Messages.OfType<InteractionRecord>(), i => i.Stream == "orders");
        Assert.Equal(("o1", "order", 12.5m, "user:u1"), (order.Key, order.Type, order.Amount, order.PersonKey));
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero), order.OccurredAt);
        Assert.Null(order.Details["ip"]);
        Assert.Equal(
            [("visit", "web", "visitor:anon-1"), ("visit", "app", "user:u1")],
            result.Messages.OfType<InteractionRecord>().Where(i => i.Stream == "events").Select(i => (i.Type, i.Channel, i.PersonKey)));
    }

    [Fact]
    public async Task A_rudderstack_batch_is_read_though_it_says_gzipped_form()
    {
        var identify = await SendAsync(Captured("/rudder/v1/batch"), ("writeKey", "WK_RUDDER"));
        var events = await SendAsync(Captured("/rudder/v1/batch", index: 1), ("writeKey", "WK_RUDDER"));
        var plain = await SendAsync(Captured("/v1/batch", "analytics-node/"), ("writeKey", "WK_RUDDER2"));

        Assert.Contains(("email", "carla@cust.example"), Fields(Assert.Single(identify.Messages.OfType<PersonRecord>())));
        Assert.Equal(["order", "visit"], events.Messages.OfType<InteractionRecord>().Select(i => i.Type));
        Assert.Equal("X", Assert.Single(plain.Messages.OfType<InteractionRecord>()).Title);
    }

    [Fact]
    public async Task Jitsus_clients_write_their_key_into_a_header_of_their_own()
    {
        var track = await SendAsync(Captured("/api/s/track"), ("writeKey", "WK:JITSU"));
        var page = await SendAsync(Captured("/api/s/page"), ("writeKey", "WK:JITSU"));

        Assert.Equal(("orders", "o3"), Assert.Single(track.Messages.OfType<InteractionRecord>()) is var o ? (o.Stream, o.Key) : default);
        Assert.Equal("https://shop.example/", (string?)Assert.Single(page.Messages.OfType<InteractionRecord>()).Details["url"]);
        Assert.Equal(["user:u3", "visitor:2084d4eb-086c-4403-bb63-b9b6ed8ec5ac"], page.Messages.OfType<PersonRecord>().Select(p => p.Key));
    }

    [Fact]
    public async Task A_posthog_batch_gives_person_and_event()
    {
        var result = await SendAsync(Captured("/batch/"), ("writeKey", "phc_x"));

        Assert.Equal(200, result.StatusCode);
        Assert.Contains(("name.family", "Customer"), Fields(result.Messages.OfType<PersonRecord>().First()));
        var done = Assert.Single(result.Messages.OfType<InteractionRecord>());
        Assert.Equal(("01a2006e-5bed-7064-a727-4b580a36a311", "user:u4", "Order Completed"), (done.Key, done.PersonKey, done.Title));
        Assert.Null(done.Details["properties"]);
    }

    [Fact]
    public async Task A_matomo_call_needs_the_key_unless_its_site_is_open()
    {
        var call = Captured("/matomo.php");

        Assert.Equal(401, (await SendAsync(call)).StatusCode);
        var result = await SendAsync(call, ("openMatomoSites", new Newtonsoft.Json.Linq.JArray("1")));

        Assert.Equal((204, string.Empty), (result.StatusCode, result.Body));
        Assert.Equal(["user:carla@cust.example", "user:carla@cust.example", "visitor:0123456789abcdef"], result.Messages.OfType<PersonRecord>().Select(p => p.Key));
        Assert.Equal([("email", "carla@cust.example")], Fields(result.Messages.OfType<PersonRecord>().First()));
        Assert.Equal(("visit", "/x"), Assert.Single(result.Messages.OfType<InteractionRecord>()) is var v ? (v.Type, v.Title) : default);
    }
}
