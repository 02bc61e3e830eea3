using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>What the visits of one identified user say together. Visits may come in any order.</summary>
internal sealed class VisitorProfile(string userId)
{
    /// <summary>How many devices of one user are told; each has a visitor id of its own.</summary>
    private const int VisitorsMax = 50;

    private readonly Dictionary<string, DateTimeOffset> _visitors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Value, DateTimeOffset At)> _attributes = new(StringComparer.Ordinal);
    private DateTimeOffset? _lastSeen;

    internal string UserId => userId;

    internal void Add(MatomoVisit visit)
    {
        if (visit.LastAction is not { } at)
        {
            return;
        }

        if (_lastSeen is null || at > _lastSeen)
        {
            _lastSeen = at;
        }

        if (visit.VisitorId is { } visitor && (!_visitors.TryGetValue(visitor, out var before) || at > before))
        {
            _visitors[visitor] = at;
            DropOldest();
        }

        Note("country", visit.Known("country"), at);
        Note("city", visit.Known("city"), at);
        Note("language", visit.Known("language"), at);
        Note("device", visit.Known("deviceType"), at);
    }

    internal PersonRecord ToRecord(string key)
    {
        var record = new PersonRecord(PersonOfVisit.Stream, key) { UpdatedAt = _lastSeen };
        record.Add(PersonOfVisit.IsEmail(userId) ? PersonFields.Email : PersonFields.Identifier("matomo-user"), userId);
        foreach (var visitor in _visitors.Keys.Order(StringComparer.Ordinal))
        {
            record.Add(PersonFields.Identifier("matomo-visitor"), visitor);
        }

        foreach (var (name, (value, _)) in _attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            record.Add(PersonFields.Attribute(name), value);
        }

        return record;
    }

    private void Note(string name, string? value, DateTimeOffset at)
    {
        if (value is not null && (!_attributes.TryGetValue(name, out var before) || at > before.At))
        {
            _attributes[name] = (value, at);
        }
    }

    private void DropOldest()
    {
        if (_visitors.Count > VisitorsMax)
        {
            _visitors.Remove(_visitors.MinBy(v => v.Value).Key);
        }
    }
}
