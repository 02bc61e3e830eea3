using System.Runtime.CompilerServices;
using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Suppression;

/// <summary>Tells the entries of suppression lists from records of people. An entry is kept like any record and found by what it
/// suppresses, but it is nobody: it never becomes a customer or a part of one.</summary>
internal static class SuppressionEntry
{
    /// <summary>Says whether a record is an entry.</summary>
    internal static bool Is(SourceRecord record)
    {
        var fields = record.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            if (IsSuppressing(fields[i].Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the live records of people: all but entries.</summary>
    internal static async IAsyncEnumerable<SourceRecord> ReadPeopleAsync(IRecordStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in store.ReadLiveAsync(cancellationToken))
        {
            if (!Is(record))
            {
                yield return record;
            }
        }
    }

    /// <summary>Adds the tokens by which an entry is found.</summary>
    internal static void AddTokens(SourceRecord entry, List<(long Token, long RecordId)> tokens)
    {
        var isPostal = false;
        foreach (var field in entry.Fields)
        {
            if (field.Name == PersonFields.SuppressedAddress)
            {
                isPostal = true;
            }
            else if (LookupToken.Covers(field.Name))
            {
                tokens.Add((LookupToken.Of(field.Name, field.Value), entry.Id));
            }
        }

        if (isPostal)
        {
            tokens.AddRange(PostalKeys.Of(entry.Fields).Select(key => (LookupToken.Of(PersonFields.SuppressedAddress, key), entry.Id)));
        }
    }

    private static bool IsSuppressing(string name) =>
        name is PersonFields.SuppressedEmail or PersonFields.SuppressedPhone or PersonFields.SuppressedAddress;
}
