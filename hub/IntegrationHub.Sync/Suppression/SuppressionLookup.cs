using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Identity;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Suppression;

/// <summary>Finds the entries of suppression lists that a customer's e-mail addresses, phone numbers and postal addresses are on.</summary>
/// <remarks>An entry belongs to no customer: two people who share an address are both suppressed and stay two people, whichever
/// came first, and an entry that is withdrawn lets them go again.</remarks>
internal static class SuppressionLookup
{
    private const int EntriesMax = 100;

    /// <summary>Finds the entries.</summary>
    /// <param name="store">Keeps the records.</param>
    /// <param name="model">Compares names and addresses.</param>
    /// <param name="records">The customer's records.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The numbers of the entries' records; their choices count for the customer.</returns>
    internal static async Task<IReadOnlyCollection<long>> FindAsync(
        IRecordStore store, MatchModel model, IReadOnlyList<SourceRecord> records, CancellationToken cancellationToken)
    {
        var found = new SortedSet<long>();
        foreach (var (field, value) in records.SelectMany(static r => r.Fields).Select(static f => (Entry: EntryFieldOf(f.Name), f.Value)).Distinct())
        {
            if (field is null)
            {
                continue;
            }

            foreach (var entry in await store.FindByTokenAsync(LookupToken.Of(field, value), EntriesMax, cancellationToken))
            {
                if (entry.Fields.Any(f => f.Name == field && f.Value.Equals(value, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(entry.Id);
                }
            }
        }

        foreach (var person in Addressed(records))
        {
            await FindPostalAsync(store, model, person, found, cancellationToken);
        }

        return found;
    }

    private static async Task FindPostalAsync(
        IRecordStore store, MatchModel model, List<Field> person, SortedSet<long> found, CancellationToken cancellationToken)
    {
        foreach (var key in PostalKeys.Of(person))
        {
            foreach (var entry in await store.FindByTokenAsync(LookupToken.Of(PersonFields.SuppressedAddress, key), EntriesMax, cancellationToken))
            {
                if (!found.Contains(entry.Id)
                    && entry.Fields.Any(static f => f.Name == PersonFields.SuppressedAddress)
                    && PostalComparison.IsSame(model, person, entry.Fields))
                {
                    found.Add(entry.Id);
                }
            }
        }
    }

    // Each record with a postal address; one that says no name, as an order may, has those of the customer's other records.
    private static IEnumerable<List<Field>> Addressed(IReadOnlyList<SourceRecord> records)
    {
        foreach (var record in records.Where(static r => r.Fields.Any(static f => f.Name == PersonFields.AddressPostalCode)))
        {
            var named = HasName(record) ? record : records.FirstOrDefault(HasName);
            if (named is not null)
            {
                yield return [.. named.Fields.Where(static f => PostalKeys.IsName(f.Name)), .. record.Fields.Where(static f => !PostalKeys.IsName(f.Name))];
            }
        }
    }

    private static bool HasName(SourceRecord record) => record.Fields.Any(static f => PostalKeys.IsName(f.Name));

    private static string? EntryFieldOf(string field) => field switch
    {
        PersonFields.Email => PersonFields.SuppressedEmail,
        PersonFields.Phone => PersonFields.SuppressedPhone,
        _ => null,
    };
}
