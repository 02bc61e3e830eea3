namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Recognises what came shortly before, in bounded memory: it holds at least the last <c>count</c> ids.</summary>
internal sealed class RecentIds(int count)
{
    private HashSet<string> _young = new(StringComparer.Ordinal);
    private HashSet<string> _old = new(StringComparer.Ordinal);

    internal bool IsNew(string id)
    {
        if (_old.Contains(id) || !_young.Add(id))
        {
            return false;
        }

        if (_young.Count >= count)
        {
            (_young, _old) = ([], _young);
        }

        return true;
    }
}
