using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Reads identified visitors, visits and online orders out of Matomo.</summary>
[Connector("web-matomo", Title = "Matomo", Summary = "Identified visitors, visits and online orders of a Matomo site.")]
public sealed class MatomoConnector : SourceConnector<MatomoSettings>
{
    private const string Visits = "visits";
    private const string Orders = "orders";
    private const int SampleCount = 20;

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        MatomoSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new MatomoApi(settings, context);
        var sample = await api.NewestAsync(new VisitQuery(settings.Since, null, WithActions: false), SampleCount, cancellationToken)
            .ConfigureAwait(false);

        var warnings = new List<string>();
        if (settings.Url is { Scheme: "http", IsLoopback: false })
        {
            warnings.Add("The address starts with http://: the token is sent without encryption.");
        }

        if (sample.Count == 0)
        {
            return new CheckResult("Connected; the site has no visit yet.", warnings);
        }

        if (!sample.OfType<JObject>().Any(v => new MatomoVisit(v).UserId is not null))
        {
            warnings.Add($"None of the last {sample.Count} visits has a user id; only sites that tell Matomo who is logged in (setUserId) give people.");
        }

        var last = sample[0] is JObject first ? new MatomoVisit(first).LastAction : null;
        return new CheckResult(
            string.Create(CultureInfo.InvariantCulture, $"Connected; the latest visit was at {last?.UtcDateTime:yyyy-MM-dd HH:mm} UTC."), warnings);
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        MatomoSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            Describe(PersonOfVisit.Stream, "One person per user id that the site told Matomo."),
            Describe(Visits, "Visits, anonymous ones too, and the goals they reached."),
            Describe(Orders, "Orders that Matomo's e-commerce tracking saw."),
        ]);

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        MatomoSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = new MatomoApi(settings, context);
        foreach (var stream in request.Streams)
        {
            var messages = stream.Stream switch
            {
                PersonOfVisit.Stream => new PeopleReader(api, settings).ReadAsync(stream, cancellationToken),
                Visits => new InteractionReader(api, settings, null, (visit, stream) => [.. VisitMapping.Map(visit, stream), .. GoalMapping.Map(visit, stream)]).ReadAsync(stream, cancellationToken),
                Orders => new InteractionReader(api, settings, VisitQuery.Ordered, OrderMapping.Map).ReadAsync(stream, cancellationToken),
                _ => throw ConnectorException.Defect($"There is no stream '{stream.Stream}'; expected {PersonOfVisit.Stream}, {Visits} or {Orders}."),
            };
            await foreach (var message in messages.ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }

    // Matomo forgets old visits (its own purge), so what a full read does not show is not gone. A running visit moves to the
    // top with every action; half an hour is when Matomo takes a visit for ended.
    private static StreamDescription Describe(string name, string summary) => new(name)
    {
        Summary = summary,
        Cursor = CursorKind.Unordered,
        Overlap = TimeSpan.FromMinutes(30),
        FullReadShowsDeletions = false,
    };
}
