namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Recognises what came shortly before, where pages overlap, in bounded memory: it holds at least the last <c>count</c> keys.</summary>
internal sealed class RecentKeys(int count)
{
    private HashSet<string> _young = new(StringComparer.Ordinal);
    private HashSet<string> _old = new(StringComparer.Ordinal);

    internal bool IsNew(string key)
    {
        if (_old.Contains(key) || !_young.Add(key))
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
