namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Answers requests from a recording. Several exchanges with the same request are played in their order, the last one
/// again for ever. Thread-safe.</summary>
public sealed class Replay
{
    /// <summary>No vendor answers with it, and no client tries it again.</summary>
    internal const int UnmatchedStatus = 418;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (List<Exchange> Exchanges, int Next)> _byKey = new(StringComparer.Ordinal);
    private readonly List<string> _unmatched = [];
    private readonly Recording _recording;
    private readonly Scrubber _scrubber;

    /// <summary>Creates a replay that starts at the beginning.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="secrets">Secrets in clear that requests may hold where no name tells, such as in the path; they were scrubbed from
    /// the recording as well.</param>
    public Replay(Recording recording, IEnumerable<string>? secrets = null)
    {
        ArgumentNullException.ThrowIfNull(recording);

        _recording = recording;
        _scrubber = new Scrubber(secrets ?? [], keepsPeople: true);
        foreach (var group in recording.Exchanges.GroupBy(e => RequestKey.Of(e.Request), StringComparer.Ordinal))
        {
            _byKey[group.Key] = ([.. group], 0);
        }
    }

    /// <summary>Gets, for each request that was not recorded, a sentence with the nearest recorded one and what differs from it.</summary>
    public IReadOnlyList<string> Unmatched
    {
        get
        {
            lock (_gate)
            {
                return _unmatched.ToArray();
            }
        }
    }

    /// <summary>Plays everything from the beginning again.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            foreach (var (key, (exchanges, _)) in _byKey.ToList())
            {
                _byKey[key] = (exchanges, 0);
            }
        }
    }

    /// <summary>Answers a request that a <see cref="StubServer"/> received.</summary>
    /// <param name="request">The request.</param>
    /// <param name="stub">The address that the vendor's is replaced by, such as <see cref="StubServer.Address"/>.</param>
    /// <returns>The recorded answer; status 418 when there is none, see <see cref="Unmatched"/>.</returns>
    public StubResponse Answer(StubRequest request, Uri stub)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(stub);

        var origin = stub.GetLeftPart(UriPartial.Authority);
        var mediaType = request.Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0].Trim() : null;
        var asked = RecordedRequest.Of(request.Method, request.Path, request.QueryText, mediaType, request.Body);
        return Find(asked, origin) is { } answer ? Written(answer, origin) : StubResponse.JsonText("""{"error":"not recorded"}""", UnmatchedStatus);
    }

    /// <summary>Finds the next answer to a request, or notes that there is none.</summary>
    internal RecordedResponse? Find(RecordedRequest asked, string origin)
    {
        var request = _scrubber.Scrub(Origins.Mask(asked, [origin]));
        var key = RequestKey.Of(request);
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var found))
            {
                _byKey[key] = found with { Next = Math.Min(found.Next + 1, found.Exchanges.Count - 1) };
                return found.Exchanges[found.Next].Response;
            }

            _unmatched.Add(RequestDifference.Describe(request, [.. _recording.Exchanges.Select(e => e.Request)]));
            return null;
        }
    }

    internal static StubResponse Written(RecordedResponse answer, string origin)
    {
        if (answer.Status == 0)
        {
            return StubResponse.Cut();
        }

        var body = answer.Json?.ToString(Newtonsoft.Json.Formatting.None) ?? answer.Text ?? string.Empty;
        var response = new StubResponse(
            answer.Status,
            body.Replace(Origins.Mark, origin, StringComparison.Ordinal),
            answer.Headers.GetValueOrDefault("Content-Type") ?? (answer.Json is null ? "text/plain" : "application/json"));
        foreach (var (name, value) in answer.Headers.Where(h => !h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            response = response.With(name, value.Replace(Origins.Mark, origin, StringComparison.Ordinal));
        }

        return response;
    }
}
