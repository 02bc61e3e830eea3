using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Shop;

/// <summary>Reads the shop as it should be read. What the zoo's connectors do wrong, they do by overriding one member.</summary>
/// <typeparam name="TSettings">The settings class.</typeparam>
public abstract class ShopConnector<TSettings> : SourceConnector<TSettings>
    where TSettings : ShopSettings, new()
{
    protected override async Task<CheckResult> CheckCoreAsync(TSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var client = Client(settings, context);
        await AskAsync(client, Request("people", 0, null, settings), settings, context, cancellationToken);
        return new CheckResult("Connected; people and orders can be read.");
    }

    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        TSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            new StreamDescription("people") { Summary = "Customers.", Cursor = CursorKind.Ordered },
            new StreamDescription("orders") { Summary = "Orders.", Cursor = CursorKind.Ordered },
        ]);

    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        TSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var client = Client(settings, context);
        foreach (var stream in request.Streams)
        {
            await foreach (var message in ReadStreamAsync(client, stream, settings, context, cancellationToken))
            {
                yield return message;
            }
        }
    }

    protected virtual async IAsyncEnumerable<Message> ReadStreamAsync(
        HubHttpClient client, StreamRequest request, TSettings settings, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int? after = (int?)request.State?["after"] ?? 0;
        var newest = (string?)request.State?["newest"];
        var seen = new HashSet<int>();
        while (after is { } place)
        {
            var page = await AskAsync(client, Request(request.Stream, place, request.Since, settings), settings, context, cancellationToken);
            var records = ((JArray)page["records"]!).Cast<JObject>().ToList();
            after = (int?)page["next"];
            if (after is { } next && !seen.Add(next))
            {
                OnLoop();
            }

            newest = records.Count > 0 ? (string?)records[^1]["updated"] : newest;
            foreach (var message in Page(request.Stream, records, State(after, newest, settings), newest, settings, context))
            {
                yield return message;
            }
        }

        yield return new StreamCompleted(request.Stream);
    }

    protected virtual IEnumerable<Message> Page(
        string stream, List<JObject> records, JObject state, string? newest, TSettings settings, ConnectorContext context)
    {
        foreach (var message in records.SelectMany(r => Map(stream, r)))
        {
            yield return message;
        }

        yield return new Checkpoint(stream, state, TimeOf(newest));
    }

    protected virtual IEnumerable<Message> Map(string stream, JObject record)
    {
        if (stream == "orders")
        {
            yield return new InteractionRecord(stream, KeyOf(record), "order", TimeOf((string)record["updated"]!)!.Value) { Amount = (decimal)record["amount"]! };
            yield break;
        }

        yield return new PersonRecord(stream, KeyOf(record)) { UpdatedAt = TimeOf((string)record["updated"]!) }
            .Add(PersonFields.NameFull, (string)record["name"]!)
            .Add(PersonFields.Attribute("amount"), AmountOf(record));
    }

    protected virtual string KeyOf(JObject record) => (string)record["id"]!;

    protected virtual string AmountOf(JObject record) => ((decimal)record["amount"]!).ToString(CultureInfo.InvariantCulture);

    protected virtual JObject State(int? after, string? newest, TSettings settings) => new() { ["after"] = after, ["newest"] = newest };

    protected virtual void OnLoop() => throw ConnectorException.Defect("The shop gave one place in the list twice.");

    protected virtual async Task<JToken> AskAsync(
        HubHttpClient client, HubHttpRequest request, TSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        (await client.SendAsync(request, cancellationToken)).Body;

    protected virtual HubHttpRequest Request(string stream, int after, DateTimeOffset? since, TSettings settings) => HubHttpRequest.Get(stream)
        .With("after", after.ToString(CultureInfo.InvariantCulture))
        .With("limit", settings.PageSize.ToString(CultureInfo.InvariantCulture))
        .With("since", since?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    protected static DateTimeOffset? TimeOf(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static HubHttpClient Client(TSettings settings, ConnectorContext context) => new(
        new HubHttpOptions
        {
            BaseAddress = settings.Url,
            AddressSetting = "url",
            SecretSetting = "token",
            Credential = HttpCredential.Bearer(settings.Token),
            RetriesMax = 1,
        },
        context);
}
