using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Reads a stream of interactions that are made visit by visit.</summary>
internal sealed class InteractionReader(MatomoApi api, MatomoSettings settings, string? segment, Func<MatomoVisit, string, IEnumerable<Message>> map)
{
    private const int RecentCount = 20_000;

    internal async IAsyncEnumerable<Message> ReadAsync(StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new Progress(request);
        var recent = new RecentIds(RecentCount);
        var query = new VisitQuery(Bounds.Since(settings, request), segment, WithActions: true);
        await foreach (var (visits, nextOffset) in api.VisitsAsync(query, progress.Offset, cancellationToken).ConfigureAwait(false))
        {
            foreach (var json in visits)
            {
                foreach (var message in Map(json, request.Stream, progress, recent))
                {
                    yield return message;
                }
            }

            yield return new Checkpoint(request.Stream, progress.AtOffset(nextOffset));
        }

        yield return new Checkpoint(request.Stream, progress.Finished(), progress.Newest);
        yield return new StreamCompleted(request.Stream);
    }

    private IEnumerable<Message> Map(JToken json, string stream, Progress progress, RecentIds recent)
    {
        if (json is not JObject body || new MatomoVisit(body) is not { Id: { } id, FirstAction: not null } visit)
        {
            return [new RejectedRecord(stream, "A visit has no idVisit or no time; expected both.", WithoutAddress(json))];
        }

        progress.See(visit.LastAction);
        return recent.IsNew(id) ? map(visit, stream) : [];
    }

    private static string WithoutAddress(JToken json)
    {
        (json as JObject)?.Remove("visitIp");
        return json.ToString(Formatting.None);
    }
}
