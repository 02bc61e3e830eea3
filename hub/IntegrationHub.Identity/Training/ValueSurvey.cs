using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>Counts the values of all records, each once for each customer as far as customers are known.</summary>
internal sealed class ValueSurvey
{
    private readonly TrainingRecords _records;
    private readonly ValueCounts[] _fixed;
    private readonly Dictionary<int, ValueCounts> _named = [];

    /// <summary>Counts.</summary>
    /// <param name="records">The records.</param>
    /// <param name="entities">The slots, those of one customer beside each other, with the number of the customer.</param>
    /// <param name="isByCustomer">Whether customers are known; if not, each record has a number of its own.</param>
    public ValueSurvey(TrainingRecords records, IReadOnlyList<(int Slot, int Entity)> entities, bool isByCustomer)
    {
        (_records, IsByCustomer) = (records, isByCustomer);
        _fixed =
        [
            new("name.given", records.Words), new("name.family", records.Words), new("address.locality", records.Words),
            new("address.postalCode", records.Words), new("address.street", records.Words), new("birthDate", records.Values),
            new("email", records.Values), new("phone", records.Values), new("organization (employer)", records.Words),
        ];

        // Both read all, and each counts values of its own.
        Parallel.Invoke(
            () => ForEach(entities, CountWords),
            () => ForEach(entities, CountValues));
        Parallel.ForEach(All, TwoCores.Options(), static counts => counts.Settle());
    }

    /// <summary>Gets whether a value that many records of one customer share counts once.</summary>
    public bool IsByCustomer { get; }

    public IEnumerable<ValueCounts> All => _fixed.Concat(_named.OrderBy(n => n.Value.Comparison, StringComparer.Ordinal).Select(n => n.Value));

    private void ForEach(IReadOnlyList<(int Slot, int Entity)> entities, Action<int[], int> count)
    {
        for (var i = 0; i < entities.Count; i++)
        {
            count(_records.Table.Profile(entities[i].Slot), entities[i].Entity);
        }
    }

    private void CountWords(int[] data, int entity)
    {
        var profile = new Profile(data);
        for (var rest = profile.Names; rest.Length > 0; rest = rest[rest[0]..])
        {
            var name = new NameView(rest);
            _fixed[0].Add(name.GivenWords.IsEmpty ? 0 : name.GivenWords[0], entity);
            foreach (var word in name.FamilyWords)
            {
                _fixed[1].Add(word, entity);
            }
        }

        for (var rest = profile.Addresses; rest.Length > 0; rest = rest[rest[0]..])
        {
            var address = new AddressView(rest);
            _fixed[2].Add(address.Locality, entity);
            _fixed[3].Add(address.PostalCode, entity);
            _fixed[4].Add(address.Street, entity);
        }

        for (var rest = profile.Organizations; rest.Length > 0; rest = rest[rest[0]..])
        {
            _fixed[8].Add(new OrganizationView(rest).Joined, entity);
        }
    }

    private void CountValues(int[] data, int entity)
    {
        var profile = new Profile(data);
        _fixed[5].Add(profile.BirthText, entity);
        for (var rest = profile.Emails; rest.Length > 0; rest = rest[EmailStandardiser.EntryLength..])
        {
            _fixed[6].Add(rest[0], entity);
        }

        foreach (var phone in profile.Phones)
        {
            _fixed[7].Add(phone, entity);
        }

        for (var rest = profile.Identifiers; rest.Length > 0; rest = rest[IdentifierStandardiser.EntryLength..])
        {
            if (!_named.TryGetValue(rest[0], out var counts))
            {
                _named[rest[0]] = counts = new ValueCounts(_records.Names.Text(rest[0]).ToString(), _records.Values);
            }

            counts.Add(rest[1], entity);
        }
    }
}
