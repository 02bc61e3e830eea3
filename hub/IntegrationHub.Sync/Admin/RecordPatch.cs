using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;

namespace IntegrationHub.Sync.Admin;

/// <summary>An edit of one record of a pair.</summary>
/// <param name="IsOfFirst">Whether it is of the first record.</param>
/// <param name="Values">What the named fields say instead; a name without values is taken away.</param>
internal sealed record RecordPatch(bool IsOfFirst, ILookup<string, string?> Values)
{
    /// <summary>Replaces all fields of the patched names. New values go through the gate, like those of a source.</summary>
    /// <exception cref="AdminException">The gate refuses them.</exception>
    public IReadOnlyList<Field> Apply(IReadOnlyList<Field> fields, RecordGate gate, DateTimeOffset now)
    {
        var probe = new PersonRecord("what-if", "what-if");
        foreach (var field in Values)
        {
            foreach (var value in field)
            {
                probe.Add(field.Key, value);
            }
        }

        var kept = fields.Where(f => !Values.Contains(f.Name));
        if (probe.Fields.Count == 0)
        {
            return [.. kept];
        }

        var admitted = gate.Admit(probe, now);
        return admitted.Accepted is { } accepted ? [.. kept, .. accepted.Fields]
            : throw AdminException.WrongUse($"The values of the patch cannot be taken in: {admitted.Quarantined!.Reason}");
    }
}
