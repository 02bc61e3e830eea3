using System.Text;
using IntegrationHub.Benchmarks.Connectors.Data;
using IntegrationHub.Connectors.Email.Tests.Mailchimp;
using IntegrationHub.Connectors.PointOfSale.Tests.Odoo;
using IntegrationHub.Connectors.PointOfSale.Tests.Shopify;
using IntegrationHub.Connectors.PointOfSale.Tests.Square;
using IntegrationHub.Connectors.PointOfSale.Tests.Tryton;
using IntegrationHub.Connectors.WebAnalytics.Tests;
using IntegrationHub.Sdk.Testing.Conformance;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Benchmarks.Connectors;

/// <summary>Every connector with its stand-in: files for those that read files, a real server where one can be had, and else the
/// server of the connector's own conformance tests.</summary>
internal static class StandIns
{
    // Worlds ask for tiny pages, so that there are several; measured are the connectors' own.
    private static readonly string[] PageSettings = ["pageSize", "customersPerPage", "ordersPerPage"];

    public static IReadOnlyList<StandIn> All { get; } =
    [
        new("list-file", "CSV file, 14 columns", count => FileAsync("people.csv", path => ListFiles.WriteCsv(path, count), ListFiles.Mapping)),
        new("list-file", "XLSX file, the same people", count => FileAsync("people.xlsx", path => ListFiles.WriteWorkbook(path, count), ListFiles.Mapping)),
        new("list-file", "JSONL file, the same people", count => FileAsync("people.jsonl", path => ListFiles.WriteJsonLines(path, count), ListFiles.Mapping)),
        new("list-file", "JSON array, the same people", count => FileAsync("people.json", path => ListFiles.WriteJsonArray(path, count), ListFiles.Mapping)),
        new("list-file", "vCard 3.0 file, the same people", count => FileAsync("people.vcf", path => ListFiles.WriteCards(path, count))),
        new("email-mailbox", "mbox file", count => FileAsync("mail.mbox", path => Mails.WriteMbox(path, count))),
        new("email-imap", "Dovecot over TLS", DovecotAsync),
        new("email-mailchimp", "server of its conformance tests", WorldAsync<MailchimpWorld>),
        new("web-accesslog", "nginx log, five lines a visit", count => FileAsync("access.log", path => LogLines.Write(path, count))),
        new("web-matomo", "server of its conformance tests", WorldAsync<MatomoWorld>),
        new("pos-square", "server of its conformance tests", WorldAsync<SquareWorld>),
        new("pos-shopify", "server of its conformance tests", WorldAsync<ShopifyWorld>),
        new("pos-odoo", "server of its conformance tests", WorldAsync<OdooWorld>),
        new("pos-tryton", "server of its conformance tests", WorldAsync<TrytonWorld>),
    ];

    private static Task<(IAsyncDisposable Life, JObject Settings)> FileAsync(string name, Action<string> write, JToken? mapping = null)
    {
        var folder = new StandInFolder();
        var settings = new JObject { ["path"] = folder.PathOf(name) };
        if (mapping is not null)
        {
            settings["mapping"] = mapping;
        }

        write(folder.PathOf(name));
        return Task.FromResult<(IAsyncDisposable, JObject)>((folder, settings));
    }

    private static async Task<(IAsyncDisposable Life, JObject Settings)> DovecotAsync(int count)
    {
        var server = await DovecotServer.StartAsync();
        server.Deliver(Enumerable.Range(0, count).Select(i => Encoding.UTF8.GetBytes(Mails.Text(i))));
        return (server, new JObject
        {
            ["host"] = "localhost",
            ["port"] = server.TlsPort,
            ["userName"] = DovecotServer.User,
            ["password"] = DovecotServer.Password,
            ["certificateAuthority"] = server.Certificate,
            ["timeoutSeconds"] = 300, // The server makes its index at the first look.
        });
    }

    private static async Task<(IAsyncDisposable Life, JObject Settings)> WorldAsync<TWorld>(int count)
        where TWorld : SourceWorld, new()
    {
        var world = new TWorld();
        var settings = await world.StartAsync(CancellationToken.None);
        if (!world.AddPeople(Enumerable.Range(0, count).Select(i => new WorldPerson(FormattableString.Invariant($"c{i:D7}"), FormattableString.Invariant($"Customer {i}")))))
        {
            throw new InvalidOperationException($"{typeof(TWorld).Name} cannot add people.");
        }

        Array.ForEach(PageSettings, s => settings.Remove(s));
        return (world, settings);
    }
}
