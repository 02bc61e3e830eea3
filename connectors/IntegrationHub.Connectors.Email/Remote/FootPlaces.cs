namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>The newest mails of each person, whose feet are worth reading.</summary>
internal sealed class FootPlaces
{
    /// <summary>Mails of one person whose foot is read; what only older ones say is out of date.</summary>
    internal const int MailsPerPersonMax = 20;

    private static readonly Comparer<FootPlace> NewestFirst = Comparer<FootPlace>.Create(
        (a, b) => (b.WrittenAt, a.Folder, a.Uid).CompareTo((a.WrittenAt, b.Folder, b.Uid)));

    private readonly Dictionary<string, List<FootPlace>> _places = new(StringComparer.Ordinal);

    internal IReadOnlyList<FootPlace> Of(string address) => _places.TryGetValue(address, out var places) ? places : [];

    /// <summary>Notes a mail; of too many the oldest is dropped.</summary>
    internal void Add(string address, FootPlace place)
    {
        if (!_places.TryGetValue(address, out var places))
        {
            _places[address] = places = new List<FootPlace>(1);
        }

        var at = places.BinarySearch(place, NewestFirst);
        if (at >= 0 || ~at >= MailsPerPersonMax)
        {
            return;
        }

        places.Insert(~at, place);
        if (places.Count > MailsPerPersonMax)
        {
            places.RemoveAt(MailsPerPersonMax);
        }
    }
}
