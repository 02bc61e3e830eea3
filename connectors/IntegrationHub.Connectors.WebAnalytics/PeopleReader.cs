using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Reads the stream <c>people</c>: one record per user id that the site gave to Matomo.</summary>
/// <remarks>A record replaces the one before, so it must tell of all visits of the user, not just of the new ones: a full
/// read gathers them, an incremental read asks again for each user who came back.</remarks>
internal sealed class PeopleReader(MatomoApi api, MatomoSettings settings)
{
    private const int UsersMax = 500_000;
    private const int VisitsPerUserMax = 500;

    internal async IAsyncEnumerable<Message> ReadAsync(StreamRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new Progress(request);
        var isPart = request.Since is not null;
        var query = new VisitQuery(Bounds.Since(settings, request), VisitQuery.Identified, WithActions: false);
        var users = await GatherAsync(query, progress, cancellationToken).ConfigureAwait(false);

        var told = 0;
        foreach (var (mark, key, gathered) in users)
        {
            if (string.CompareOrdinal(mark, progress.After) <= 0)
            {
                continue;
            }

            var profile = isPart ? await WholeAsync(gathered.UserId, cancellationToken).ConfigureAwait(false) : gathered;
            yield return profile.ToRecord(key);
            if (++told % settings.PageSize == 0)
            {
                yield return new Checkpoint(request.Stream, progress.AfterPerson(mark));
            }
        }

        yield return new Checkpoint(request.Stream, progress.Finished(), progress.Newest);
        yield return new StreamCompleted(request.Stream);
    }

    // In the order of a hash, so that a read that died can go on behind a mark that shows nobody's name.
    private async Task<List<(string Mark, string Key, VisitorProfile Profile)>> GatherAsync(
        VisitQuery query, Progress progress, CancellationToken cancellationToken)
    {
        var profiles = new Dictionary<string, VisitorProfile>(StringComparer.Ordinal);
        await foreach (var (visits, _) in api.VisitsAsync(query, 0, cancellationToken).ConfigureAwait(false))
        {
            foreach (var json in visits.OfType<JObject>())
            {
                var visit = new MatomoVisit(json);
                progress.See(visit.LastAction);
                if (PersonOfVisit.KeyOf(visit) is { } key)
                {
                    Add(profiles, key, visit);
                }
            }
        }

        return profiles.Select(p => (Mark(p.Key), p.Key, p.Value)).OrderBy(p => p.Item1, StringComparer.Ordinal).ToList();
    }

    private static void Add(Dictionary<string, VisitorProfile> profiles, string key, MatomoVisit visit)
    {
        if (!profiles.TryGetValue(key, out var profile))
        {
            if (profiles.Count >= UsersMax)
            {
                throw ConnectorException.Configuration(
                    "since", $"The site has more than {UsersMax} identified users since then, more than one read gathers.", "Set 'since' to a later date.");
            }

            profiles[key] = profile = new VisitorProfile(visit.UserId!);
        }

        profile.Add(visit);
    }

    private async Task<VisitorProfile> WholeAsync(string userId, CancellationToken cancellationToken)
    {
        var visits = await api.NewestAsync(
            new VisitQuery(settings.Since, VisitQuery.Of(userId), WithActions: false), VisitsPerUserMax, cancellationToken).ConfigureAwait(false);
        var profile = new VisitorProfile(userId);
        foreach (var json in visits.OfType<JObject>())
        {
            var visit = new MatomoVisit(json);
            if (string.Equals(visit.UserId, userId, StringComparison.Ordinal))
            {
                profile.Add(visit);
            }
        }

        return profile;
    }

    private static string Mark(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
