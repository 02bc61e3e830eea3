using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Admin;

/// <summary>Finds the entries of suppression lists that a customer's e-mail addresses and phone numbers are on.</summary>
/// <remarks>An entry belongs to no customer: two people who share an address are both suppressed and stay two people, whichever
/// came first, and an entry that is withdrawn lets them go again.</remarks>
internal static class SuppressionLookup
{
    private const int EntriesMax = 100;

    /// <summary>Finds the entries.</summary>
    /// <param name="store">Keeps the records.</param>
    /// <param name="records">The customer's records.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The numbers of the entries' records; their choices count for the customer.</returns>
    internal static async Task<IReadOnlyCollection<long>> FindAsync(
        IRecordStore store, IReadOnlyList<SourceRecord> records, CancellationToken cancellationToken)
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

        return found;
    }

    private static string? EntryFieldOf(string field) => field switch
    {
        PersonFields.Email => PersonFields.SuppressedEmail,
        PersonFields.Phone => PersonFields.SuppressedPhone,
        _ => null,
    };
}
