using IntegrationHub.Client;

namespace IntegrationHub.Integration.Tests.Serving;

/// <summary>The published client against the real server.</summary>
public sealed class ClientTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_example_of_the_readme_works()
    {
        var hubAddress = server.Client.BaseAddress!;
        var apiKey = server.Key;
        var cancellationToken = Cancelled;
        var names = new List<string?>();
        string? cursor = null;

        // <client>
        using var http = new HttpClient { BaseAddress = hubAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", apiKey);
        var hub = new HubClient(http);

        var found = await hub.LookupAsync([new CustomerIdentifier("email", "ada@example.com")], cancellationToken: cancellationToken);
        var customer = await hub.GetCustomerAsync(
            found[0].Id, new CustomerQuery { Include = CustomerParts.Lineage | CustomerParts.Consents }, cancellationToken);
        names.Add(customer.Text("name.given"));

        await foreach (var change in hub.ReadChangesAsync(after: cursor, cancellationToken))
        {
            cursor = change.Cursor; // keep it; the next call goes on from there
        }

        // </client>
        Assert.Equal(["Ada"], names);
        Assert.NotNull(cursor);
    }

    [Fact]
    public async Task A_customer_comes_with_all_that_was_asked_for()
    {
        using var http = Http();
        var hub = new HubClient(http);
        var id = await IdOfAsync(hub, "ADA@example.com");

        var customer = await hub.GetCustomerAsync(
            id, new CustomerQuery { Fields = ["email", "name.family"], Include = CustomerParts.Lineage | CustomerParts.Consents | CustomerParts.Timeline }, Cancelled);
        var lineage = await hub.GetLineageAsync(id, Cancelled);

        // Another test of this class merges a third record into her.
        Assert.Equal(lineage.Records.Count, customer.Records);
        Assert.Equal(["crm/people/1", "crm/people/2"], lineage.Records.Take(2));
        Assert.Contains("ada@example.com", customer.Texts("email"));
        Assert.Null(customer.Text("name.given"));
        Assert.Equal("crm", customer.Lineage!["email"][0].Source);
        Assert.NotNull(customer.Consents);
        Assert.NotNull(customer.Timeline);
        Assert.Equal("Ada", lineage.Lineage["name.given"][0].Value.GetString());
    }

    [Fact]
    public async Task What_the_caller_has_already_is_not_sent_again()
    {
        using var http = Http();
        var hub = new HubClient(http);
        var customer = await hub.GetCustomerAsync(await IdOfAsync(hub, "grace@example.org"), cancellationToken: Cancelled);

        Assert.Null(await hub.GetCustomerIfChangedAsync(customer.Id, customer.ETag!, cancellationToken: Cancelled));
        Assert.NotNull(await hub.GetCustomerIfChangedAsync(customer.Id, "\"older\"", cancellationToken: Cancelled));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_id_of_a_merged_customer_gives_the_one_it_became_part_of_whoever_follows_the_redirect(bool followsByItself)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = followsByItself };
        using var http = Http(handler);
        var hub = new HubClient(http);
        var grace = await IdOfAsync(hub, "grace@example.org");
        var alan = await IdOfAsync(hub, "alan@example.net");
        await server.Shell.DoAsync("customer", "merge", $"{grace}", $"{alan}");

        var customer = await hub.GetCustomerAsync(alan, new CustomerQuery { Fields = ["email"] }, Cancelled);
        var kinds = await hub.ReadChangesAsync(cancellationToken: Cancelled).Where(c => c.CustomerId == alan).Select(c => c.Kind).ToListAsync(Cancelled);
        await server.Shell.DoAsync("customer", "split", $"{grace}", "crm/people/4");

        Assert.Equal(grace, customer.Id);
        Assert.Contains("alan@example.net", customer.Texts("email"));
        Assert.Contains("merged", kinds);
    }

    [Fact]
    public async Task The_timeline_gives_what_a_source_told()
    {
        server.Shell.Write("mail.mbox", """
            From ada@example.com Mon Jan  5 10:00:00 2026
            From: Ada Byron <ada@example.com>
            To: shop@shop.example
            Date: Mon, 5 Jan 2026 10:00:00 +0000
            Message-ID: <1@example.com>
            Subject: Where is my parcel

            Hello.

            """);
        await server.Shell.DoAsync("source", "add", "mail", "--connector", "email-mailbox", "--set", "path=mail.mbox", "--set", "ownAddresses=shop@shop.example");
        await server.Shell.DoAsync("sync", "run", "mail");
        using var http = Http();
        var hub = new HubClient(http);

        var timeline = await hub.ReadTimelineAsync(await IdOfAsync(hub, "ada@example.com"), Cancelled).ToListAsync(Cancelled);

        var mail = Assert.Single(timeline);
        Assert.Equal(("mail", "Where is my parcel", "in"), (mail.Source, mail.Title, mail.Direction));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero), mail.At);
    }

    [Fact]
    public async Task A_refusal_is_an_exception_with_the_stable_type_of_the_problem()
    {
        using var http = Http();
        using var stranger = new HttpClient { BaseAddress = server.Client.BaseAddress };

        var missing = await Assert.ThrowsAsync<HubProblemException>(() => new HubClient(http).GetCustomerAsync(Guid.Empty, cancellationToken: Cancelled));
        var noKey = await Assert.ThrowsAsync<HubProblemException>(() => new HubClient(stranger).GetLineageAsync(Guid.Empty, Cancelled));

        Assert.Equal((404, "urn:integrationhub:problem:not-found"), (missing.Status, missing.Type));
        Assert.NotNull(missing.RequestId);
        Assert.Equal((401, "urn:integrationhub:problem:no-key"), (noKey.Status, noKey.Type));
    }

    private static async Task<Guid> IdOfAsync(HubClient hub, string email) =>
        (await hub.LookupAsync([new CustomerIdentifier("email", email)], cancellationToken: Cancelled))[0].Id;

    private HttpClient Http(HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(handler ?? new HttpClientHandler(), disposeHandler: handler is null) { BaseAddress = server.Client.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", server.Key);
        return http;
    }
}
