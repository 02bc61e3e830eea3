using IntegrationHub.Connectors.PointOfSale.Tryton;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Tryton;

/// <summary>What cannot be brought about, or takes too long, with a real Tryton.</summary>
public sealed class TrytonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("people")]
    [InlineData("orders")]
    public async Task Resumed_after_any_message_nothing_is_lost(string stream)
    {
        await using var tryton = await TrytonStub.StartAsync();
        for (var i = 1; i <= 10; i++)
        {
            tryton.AddParty(i, TrytonStub.At(20 - i));
            tryton.AddSale(i, TrytonStub.At(20 - i));
        }

        var whole = await tryton.ReadAsync(Full(stream));
        var report = await ResumeCheck.RunAsync(
            () => new TrytonConnector(), tryton.Settings, new ReadRequest([Full(stream)], new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)), tryton.Context, cancellationToken: Token);

        Assert.Equal(10, whole.People.Count() + whole.Interactions.Count());
        Assert.Equal(report.Messages - 1, report.Cuts);
    }

    [Fact]
    public async Task An_incremental_read_gives_what_was_made_or_changed_or_has_a_changed_part_at_that_time_or_later()
    {
        await using var tryton = await TrytonStub.StartAsync();
        tryton.AddParty(1, TrytonStub.At(10));
        tryton.AddParty(2, TrytonStub.At(100));
        tryton.AddParty(3, TrytonStub.At(10), new JObject { ["write_date"] = TrytonValues.Write(TrytonStub.At(100)) });
        tryton.AddParty(4, TrytonStub.At(10), Part("addresses.", 100.5));
        tryton.AddParty(5, TrytonStub.At(10), Part("addresses.", 99.5));

        var read = await tryton.ReadAsync(new StreamRequest("people", SyncMode.Incremental) { Since = TrytonStub.At(100) });

        Assert.Equal("2 3 4", string.Join(' ', read.People.Select(p => p.Key)));
        Assert.Equal(TrytonStub.At(100.5), read.Checkpoints.Last().Cursor);
    }

    [Fact]
    public async Task A_party_merged_into_another_and_a_sale_taken_back_are_gone()
    {
        await using var tryton = await TrytonStub.StartAsync();
        tryton.AddParty(1, TrytonStub.At(10), new JObject { ["replaced_by"] = 2, ["active"] = false });
        tryton.AddParty(2, TrytonStub.At(10));
        tryton.AddSale(3, TrytonStub.At(10), more: new JObject { ["state"] = "draft" });
        tryton.AddSale(4, TrytonStub.At(10), more: new JObject { ["state"] = "confirmed" });

        var full = await tryton.ReadAsync(Full("people"), Full("orders"));
        var incremental = await tryton.ReadAsync(News("people"), News("orders"));

        Assert.Equal("2 4", string.Join(' ', full.People.Select(p => p.Key).Concat(full.Interactions.Select(i => i.Key))));
        Assert.Empty(full.All.OfType<DeletedRecord>());
        Assert.Equal("people/1 orders/3", string.Join(' ', incremental.All.OfType<DeletedRecord>().Select(d => $"{d.Stream}/{d.Key}")));

        static StreamRequest News(string stream) => new(stream, SyncMode.Incremental) { Since = TrytonStub.At(0) };
    }

    [Fact]
    public async Task A_sale_tells_its_tax_its_payment_term_and_the_channel_that_was_set()
    {
        await using var tryton = await TrytonStub.StartAsync();
        tryton.AddSale(1, TrytonStub.At(10), more: new JObject
        {
            ["tax_amount"] = TrytonStub.Money("1.31"),
            ["payment_term."] = new JObject { ["name"] = "30 days" },
            ["company."] = new JObject { ["rec_name"] = "Larkspur & Pike" },
        });
        var settings = tryton.Settings;
        settings["channel"] = "online";

        var read = await MessageCollector.ReadAsync(
            new TrytonConnector(), settings, new ReadRequest([Full("orders")], TrytonStub.At(1_000)), tryton.Context, cancellationToken: Token);

        var sale = Assert.Single(read.Interactions);
        Assert.Equal("order online people/7 19.98 USD: 2 Argyle socks () 19.98; location=Larkspur & Pike tax=1.31", PurchaseText.Of(sale));
        Assert.Equal("S1 30 days", $"{sale.Details["number"]} {sale.Details["paymentTerm"]}");
    }

    [Fact]
    public async Task A_company_without_the_sales_module_gives_people_alone_and_the_check_says_so()
    {
        await using var tryton = await TrytonStub.StartAsync();
        tryton.Remove(TrytonSale.Model);

        var streams = await new TrytonConnector().DiscoverAsync(tryton.Settings, tryton.Context, Token);
        var check = await new TrytonConnector().CheckAsync(tryton.Settings, tryton.Context, Token);

        Assert.Equal("people", Assert.Single(streams).Name);
        Assert.Contains("sale.sale", Assert.Single(check.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UserError", FailureKind.Configuration)]
    [InlineData("'party.party'", FailureKind.Configuration)]
    [InlineData("LoginException", FailureKind.Configuration)]
    [InlineData("server closed the connection unexpectedly", FailureKind.Transient)]
    [InlineData("invalid literal for int(): jane.doe@shop.example", FailureKind.Defect)]
    public async Task An_error_with_status_200_is_sorted_and_repeats_nothing_of_it(string error, FailureKind kind)
    {
        await using var tryton = await TrytonStub.StartAsync();
        tryton.Server.Intercept((request, route, _) => request.Body.Contains("search_read", StringComparison.Ordinal) ? Task.FromResult(TrytonStub.Error(error)) : route());
        var clock = new ManualClock(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        var reading = Assert.ThrowsAsync<ConnectorException>(() => MessageCollector.ReadAsync(
            new TrytonConnector(), tryton.Settings, new ReadRequest([Full("people")], clock.GetUtcNow()), new ConnectorContext { SourceName = "tryton", Clock = clock }, cancellationToken: Token));
        while (kind == FailureKind.Transient && !reading.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(1)); // Also past the time-out of an attempt, which is Transient too: elsewhere the clock stands still.
            await Task.Delay(1, Token);
        }

        var failure = await reading.WaitAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Equal(kind, failure.Kind);
        Assert.All(["jane.doe", TrytonStub.Password, TrytonStub.Session], hidden => Assert.DoesNotContain(hidden, failure.ToString(), StringComparison.Ordinal));
    }

    private static JObject Part(string name, double changed) => new()
    {
        [name] = new JArray(new JObject { ["id"] = 1, ["create_date"] = TrytonValues.Write(TrytonStub.At(1)), ["write_date"] = TrytonValues.Write(TrytonStub.At(changed)) }),
    };

    private static StreamRequest Full(string stream) => new(stream, SyncMode.Full);
}
