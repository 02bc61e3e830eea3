using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>How far the members of each audience are read. Each audience has a time of its own: while one is read another goes on changing,
/// and a new one must be read from its beginning.</summary>
internal sealed class PeopleProgress
{
    private static readonly TimeSpan Overlap = MailchimpStreams.PeopleOverlap;

    private readonly SortedDictionary<string, DateTimeOffset?> _reached = new(StringComparer.Ordinal);
    private readonly StreamRequest _request;
    private string? _list;
    private bool _archived;
    private MemberMark _mark = new(null, 0);
    private DateTimeOffset? _newest;

    internal PeopleProgress(StreamRequest request)
    {
        _request = request;
        foreach (var (id, time) in request.State?["lists"] as JObject ?? [])
        {
            _reached[id] = MailchimpJson.Time((string?)time);
        }

        if (request.State?["at"] is JObject at)
        {
            _list = (string?)at["list"];
            _archived = (bool?)at["archived"] ?? false;
            _mark = new MemberMark(MailchimpJson.Time(at, "from"), (long?)at["offset"] ?? 0);
            _newest = MailchimpJson.Time(at, "newest");
        }
    }

    /// <summary>Gets the newest change of all that was read to its end.</summary>
    internal DateTimeOffset? Newest => _reached.Values.Max();

    internal bool IsDone(string audience) => _list is not null && string.CompareOrdinal(audience, _list) < 0;

    internal bool IsDone(string audience, bool archived) => string.Equals(audience, _list, StringComparison.Ordinal) && _archived && !archived;

    /// <summary>Begins with an audience, or goes on where the last read stopped.</summary>
    internal MemberMark Enter(string audience, bool archived)
    {
        if (string.Equals(audience, _list, StringComparison.Ordinal) && archived == _archived)
        {
            return _mark;
        }

        _newest = string.Equals(audience, _list, StringComparison.Ordinal) ? _newest : null;
        (_list, _archived, _mark) = (audience, archived, new MemberMark(BoundOf(audience), 0));
        return _mark;
    }

    internal void See(JToken member)
    {
        if (MailchimpJson.Time(member, "last_changed") is { } time && (_newest is null || time > _newest))
        {
            _newest = time;
        }
    }

    /// <summary>Gives the state after a page.</summary>
    internal JObject At(MemberMark mark) => new()
    {
        ["lists"] = Lists(),
        ["at"] = new JObject
        {
            ["list"] = _list,
            ["archived"] = _archived,
            ["from"] = MailchimpJson.WriteOrNull(mark.From),
            ["offset"] = mark.Offset,
            ["newest"] = MailchimpJson.WriteOrNull(_newest),
        },
    };

    internal void Finish(string audience)
    {
        var before = _reached.GetValueOrDefault(audience);
        _reached[audience] = _newest is null || before > _newest ? before : _newest;
    }

    /// <summary>Gives the state after everything; audiences that are gone are forgotten.</summary>
    internal JObject Finished(IReadOnlyList<Audience> audiences)
    {
        foreach (var gone in _reached.Keys.Except(audiences.Select(a => a.Id), StringComparer.Ordinal).ToList())
        {
            _reached.Remove(gone);
        }

        return new JObject { ["lists"] = Lists() };
    }

    private DateTimeOffset? BoundOf(string audience)
    {
        if (_request.Since is not { } since)
        {
            return null;
        }

        if (_request.State?["lists"] is null)
        {
            return since;
        }

        return _reached.GetValueOrDefault(audience) - Overlap is { } own ? (own < since ? own : since) : null;
    }

    private JObject Lists() => new(_reached.Select(r => new JProperty(r.Key, MailchimpJson.WriteOrNull(r.Value))));
}
